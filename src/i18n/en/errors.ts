import type { ErrorCode } from '#src/domain/error-codes.ts';

/** One sentence for each refusal: what happened, that nothing is lost, what to do. */
export const errors: Record<ErrorCode, string> = {
  unknown:
    'Something went wrong on our side. Nothing you wrote is lost. Please try again in a moment.',
  unreachable:
    'The market cannot be reached just now. Nothing is lost. Please try again in a minute.',
  invalid_input: 'Some of it is not right yet. Please look at the marked fields.',
  not_found: 'This is not here (any more).',
  not_signed_in: 'Please sign in first. Then you can go on from here.',
  not_allowed: 'You may not do this. Ask an owner of the organisation or the operator.',
  account_suspended: 'Your account is paused. Please write to the operator of this market.',
  conflict: 'Somebody else has changed this in the meantime. Please load the page again and look.',
  already_done: 'This has been done already.',
  append_only: 'What is written in the record stays there and cannot be changed.',
  rate_limited: 'That was too many times in a short while. Please wait a little and try again.',
  wrong_state: 'This is not possible any more at this stage. Please load the page again.',
  reason_required: 'Please give a reason, so that the others understand.',
  cursor_invalid: 'This page of the list does not exist. Please start from the first one.',
  token_invalid: 'The code is not right. Please check it and type it once more.',
  link_gone: 'This link has been used or is too old. Ask for a new one.',
  required: 'Please fill this in.',
  too_short: 'This is a little too short.',
  too_long: 'This is too long.',
  not_a_number: 'Please write a number, such as 12 or 2.5.',
  out_of_range: 'This number is too small or too large.',
  not_a_choice: 'Please choose one of the options.',
  date_past: 'This day is over. Please choose a later one.',
  slug_taken: 'This address is taken. Please choose another.',
  slug_reserved: 'This address is needed by the market itself. Please choose another.',
  amount_negative: 'An amount cannot be less than nothing.',
  amount_too_precise: 'This currency does not have so many decimal places.',
  amount_too_large: 'This amount is too large. Please check the zeros.',
  amount_ambiguous: 'We cannot tell where the decimals begin. Please write it without separators.',
  quantity_too_precise: 'This unit cannot be divided so finely.',
  below_moq: 'This is less than the smallest order.',
  not_a_multiple: 'The quantity has to fit into full packs.',
  moq_not_multiple: 'The smallest order has to be a number of full packs.',
  unknown_currency: 'This currency is not in use here.',
  unknown_country: 'We do not know this country.',
  unknown_unit: 'We do not know this unit.',
  unknown_incoterm: 'This is not one of the eleven Incoterms of 2020.',
  incoterm_place_required: 'An Incoterm needs a place, such as FCA Kigali.',
  hs_code_invalid: 'An HS code has 6 to 10 digits.',
  unknown_material: 'This material is not in our list.',
  unknown_technique: 'This technique is not in our list.',
  category_loop: 'A category cannot lie inside itself.',
  category_in_use:
    'Products or other categories hang on this one, so it stays. Move them first, or hide it.',
  hs_heading_invalid: 'A suggested HS heading has 4 to 6 digits, such as 6403.',
  not_enough_to_publish:
    'A title, a category, a price, a unit, the smallest order and the lead time are needed first.',
  photo_needed: 'Add at least one photo first. Buyers want to see it.',
  photo_unknown: 'One of the photos is not here any more. Please load the page again.',
  too_many_photos: 'There can be twelve photos at most.',
  last_photo: 'A published listing needs a photo. Add another one before you take this away.',
  alt_needed: 'Say in a few words what each photo shows, for people who cannot see it.',
  source_language: 'This is the language you wrote the listing in. Change the text itself.',
  tiers_need_price: 'Set the price first, then the prices for larger quantities.',
  tier_below_moq: 'A price step cannot begin below the smallest order.',
  tier_twice: 'There are two prices for the same quantity.',
  tier_not_ascending: 'Please put the quantities in order, the smallest first.',
  tier_price_rises: 'A larger quantity cannot cost more for each.',
  too_many_tiers: 'There are too many price steps.',
  variant_twice: 'This variant is there already.',
  too_many_variants: 'There are too many variants.',
  producer_suspended:
    'This workplace is paused by the operator. Listings stay hidden until that is settled.',
  sums_differ: 'The sums no longer fit together. Nothing was stored; load the page again.',
  discount_too_large: 'The discount cannot be more than the goods.',
  tier_price_differs:
    'The prices by quantity name another price for the quantity you quote. Make the two alike.',
  moq_not_waived:
    'This is not a quantity of your listing. Tick that you make it all the same, or change the quantity.',
  quote_empty: 'Write one line at least, with a quantity and a price.',
  delivery_meanwhile:
    'A delivery of this order was recorded a moment ago. Look whether it is the same one; if yours is another, save again.',
  nothing_counted: 'Nothing is counted yet. Write at least one quantity.',
  handed_out_already: 'More than that was handed out already. Correct the hand-over first.',
  returned_already: 'That much went back to the supplier already. Correct that first.',
  more_than_over: 'Not that much is left over.',
  allocation_differs:
    'Something was counted or handed out in the same moment. Nothing is lost: load the page again.',
  allocation_stale: 'What arrived has to be shared first. Load the page again.',
  more_than_share: 'That is more than this member’s share.',
  more_than_in_store: 'That is more than lies in the store.',
  rest_unsaid: 'Something is missing. Say whether the rest still comes.',
  pledging_closed:
    'The time for pledges is over. What you pledged before still counts; ask your coordinator.',
  round_needs_lots: 'Say first what is to be bought: add at least one material.',
  round_needs_dates: 'Say until when members can pledge, and until when suppliers can bid.',
  round_needs_place: 'Say where the goods are to be delivered. Suppliers need it for their price.',
  round_dates_order:
    'Suppliers need time after the pledges are known: their deadline comes after the members’.',
  round_needed_too_soon:
    'The goods cannot be needed before the bids are opened. Choose a later day.',
  round_only_later: 'A deadline can only move later: members and suppliers rely on it.',
  lots_have_prices:
    'Prices are entered in the old currency. Remove them from the materials first, or keep the currency.',
  weights_not_whole: 'The weights have to add up to 100 %.',
  too_many_lots: 'A hundred materials at most in one purchase. Please make a second one.',
  wish_closed: 'This wish is closed. You can make a new one.',
  supplier_own: 'This supplier has an account and changes its own entry.',
  supplier_twice: 'A supplier with this e-mail address is in your list already.',
  supplier_in_use: 'This supplier was part of a purchase and stays in the record.',
  bidding_closed: 'The time for bids has passed, or this tender takes none at the moment.',
  bid_without_lines: 'Offer at least one material: type a price for it.',
  bid_without_price: 'Each material that you offer needs a price.',
  bid_ends_too_soon:
    'Your offer has to hold at least until the bids are opened. Choose a later day.',
  currency_without_rate: 'There is no exchange rate for this currency. Choose another one.',
  deadline_too_soon: 'Suppliers need time for what changed: leave them at least one day.',
  award_differs: 'The award was worked out from other numbers. Please look at it again.',
  standstill_over: 'The time in which the award can be challenged has passed.',
  standstill_runs: 'Suppliers may still challenge the award. Order when the standstill is over.',
  challenge_open: 'A challenge waits for an answer. Answer it first.',
  award_again: 'A challenge was upheld. Decide the award again, then order.',
  nothing_awarded:
    'Nothing was awarded, so there is nothing to order. Cancel the round with a reason.',
  solver_too_slow:
    'The best award was not found in time: there are too many bids and packs to compare. Leave out a supplier or limit how many may share a lot, and look again.',
  solver_failed: 'The best award could not be worked out this time. Please load the page again.',
  award_unproven:
    'An award was found, but not that it is the cheapest. Leave out a supplier or change the quantities, and look again.',
  figures_too_large:
    'The sums of this round are too large to compare exactly. Split it into two rounds.',
  late_ceiling:
    'In the last minutes a highest price may go up, not down. What you pledged before still counts.',
  late_pledge:
    'In the last minutes only changes that help the others are taken: more, or from “could take” to “certain”. What you pledged before still counts.',
  quote_expired: 'This offer has run out. Nothing was ordered; ask for a new one.',
  already_ordered:
    'This was ordered a moment ago or before. There is one order; you find it under your orders.',
  buyer_needed: 'Choose the organisation that buys, or set one up. Nothing was ordered yet.',
  too_many_versions: 'There are too many versions here. Please start a new conversation.',
  choose_producer: 'Choose which of your businesses should join.',
  trade_open:
    'An order still runs, or money is on its way or held for you, and only you can see it through. Finish it first, or name a second owner.',
  hand_over_first: 'You are the only owner somewhere. Hand that over first.',
  invitation_gone: 'This invitation has been used, taken back or is too old. Ask for a new one.',
  last_owner: 'There must be one owner at least. Make somebody else an owner first.',
  cluster_not_approved:
    'An operator or an approved cluster has checked this. It stays until your cluster is approved too.',
  not_yourself: 'You cannot do this to your own account.',
  own_product: 'This is your own product.',
  credentials_wrong: 'The e-mail address or the password is not right.',
  email_invalid: 'This is not an e-mail address. It looks like name@example.org.',
  email_taken: 'This e-mail address cannot be used. Perhaps you have an account already?',
  email_not_confirmed: 'Please confirm your address first: open the link in our mail.',
  password_weak: 'This password is too easy to guess. Take a longer one, a few words for example.',
  password_same: 'This is your old password. Please choose a new one.',
  password_wrong: 'This is not your password.',
  phone_invalid: 'Please write the number with the country code, such as +250 788 123 456.',
  phone_code_wrong: 'That is not the code, or it is too old. Ask for a new one.',
  sign_in_again: 'To be safe, please sign in once more and then try again.',
  change_open: 'There is a proposal that waits for an answer. Answer it or take it back first.',
  change_stale:
    'Money has come in since this was proposed. Please refuse it and let it be proposed anew.',
  dispute_open: 'There is a dispute about this order. It has to end first.',
  order_unpaid: 'This order is not paid in full yet, so it stays open.',
  details_missing:
    'Papers need your legal name and address first. Write them under “On papers”, then come back.',
  order_paid:
    'Money has been sent for this order, so one side alone cannot cancel it. Propose it instead.',
  terms_fixed:
    'Only quantities, prices and terms can change. For something else, please ask for a new quote.',
  nothing_changed: 'Nothing is different from the agreement as it stands. Change something first.',
  no_lines_left: 'At least one line has to stay. To end the order, propose to cancel it.',
  refund_too_much: 'More would go back than has arrived. Please enter a smaller amount.',
  own_payment: 'This is about your own workshop. Another coordinator has to do it.',
  second_coordinator: 'You proposed this yourself. Another coordinator has to decide.',
  invoices_open: 'An invoice still differs from the order or the goods. Decide about it first.',
  invoice_differs:
    'What arrived has changed since an invoice was checked. Check that invoice again.',
  invoice_missing: 'Goods have come for which there is no invoice yet. Enter it first.',
  invoice_twice: 'There is an invoice with this number already.',
  invoice_paid: 'Something was paid of this invoice, so it stays.',
  nobody_to_bear: 'Nobody got anything that this amount could be shared by.',
  lot_weight_missing:
    'Costs are shared by weight here, and one material has no weight. Enter it first.',
  account_gone:
    'This account is not in use any more. Please load the page again and choose another.',
  account_number_needed: 'Write the IBAN or the account number.',
  iban_invalid:
    'This IBAN is not right: a letter or digit is wrong or missing. Please compare it with your bank’s paper.',
  bic_invalid: 'A BIC (SWIFT code) has 8 or 11 letters and digits.',
  day_not_yet: 'This day has not come yet, or is too long ago. When was it paid?',
  currency_differs: 'The two are in different currencies, so they cannot be the same money.',
  payout_too_much:
    'This is more than what is held for the producer just now. Please load the page again.',
  statement_empty: 'We found no movements in this file. Is it the right one?',
  statement_too_long:
    'This statement is too long. Please take a shorter period, a month for example.',
  statement_unreadable:
    'We cannot read this file. Take the CSV or the CAMT.053 (XML) file of your bank.',
  statement_columns: 'Say which column is the day and which is the amount.',
  date_unreadable: 'Cannot be read as a day.',
  card_currency: 'Cards cannot be charged in this currency. Pay by bank transfer or mobile money.',
  card_amount_fine:
    'This amount cannot be charged to a card to the last digit. Pay by bank transfer.',
  card_amount_small: 'This is too little for a card payment. Pay by bank transfer or mobile money.',
  card_amount_large:
    'This is too much for one card payment. Pay by bank transfer, or a part of it by card.',
  card_unreachable: 'The card processor does not answer. Nothing was taken; please try again.',
  card_country:
    'Stripe does not pay out in this country. You are paid by bank transfer or mobile money.',
  photo_empty: 'This file is empty. Please choose the photo again.',
  photo_too_large: 'This photo is larger than 25 MB. Please take a smaller one.',
  photo_too_many_pixels: 'This picture has more than 60 megapixels. Please make it smaller.',
  photo_heic: 'We cannot read HEIC photos. Set the camera to “most compatible” or send a JPEG.',
  photo_not_an_image: 'This file is not a photo, whatever its name says.',
  photo_kind: 'Photos can be JPEG, PNG or WebP.',
  photo_animated: 'Moving pictures cannot be used. Please choose a still one.',
  photo_damaged: 'This photo is damaged or did not arrive whole. Please send it again.',
  photo_mixed:
    'There is something else hidden in this file, so we did not take it. Save the photo anew and send that.',
  photo_failed: 'We could not make the sizes of this photo. Please take it away and send it again.',
  upload_busy:
    'Many photos are arriving just now. Yours is still on your device; please try again in a moment.',
  line_needed: 'Say at least one thing that you need.',
  too_many_lines: 'There can be fifty lines at most.',
  sizes_differ: 'The sizes do not add up to the quantity.',
  no_producer_chosen: 'Choose whom to ask: at least one producer, or a cluster.',
  too_many_producers: 'There can be fifty producers at most. Ask the whole cluster instead.',
  no_whatsapp: 'There is no WhatsApp number in your profile yet. Add one under “Contact”.',
  file_empty: 'This file is empty. Please choose it again.',
  file_too_large: 'This is too large. A PDF can have 10 MB, all files together 60 MB.',
  too_many_files: 'There can be ten files at once.',
  file_kind: 'Files can be PDF, JPEG, PNG or WebP.',
  file_damaged: 'This PDF is damaged or did not arrive whole. Please save it anew and send that.',
  file_encrypted: 'This PDF is locked with a password. Please send one without.',
  file_active:
    'This PDF has a script, a form or another file inside. Print it to a new PDF and send that.',
  file_mixed:
    'There is something else hidden in this file, so we did not take it. Save it anew and send that.',
  too_many_kept:
    'You have kept as many of these as fit. Delete one that you no longer need, then try again.',
  rates_unreadable:
    'These are no exchange rates in a form that we know: the daily file of the European Central Bank (XML or CSV), or lines of currency, day and rate.',
  exhibition_dates_order: 'The exhibition closes before it opens. Please look at the two dates.',
  exhibition_not_ready:
    'Something is still missing before it can be published. The list says what.',
  exhibition_full:
    'There is no room for more here. Nothing was lost; please take something out first.',
  region_outside:
    'The frame leaves the picture, or is smaller than 32 pixels. Please draw it anew.',
  audio_kind:
    'This is not a recording that we can play: MP3, M4A, OGG or WebM. Nothing was changed.',
  audio_damaged: 'This recording is damaged or breaks off. Please send it again.',
  audio_too_large: 'This recording is larger than 20 MB. Please send a shorter or smaller one.',
  audio_too_long: 'This recording is longer than 30 minutes. Please make it shorter.',
  hall_has_booths:
    'Producers have booths in this hall. Move them to another hall or withdraw them first.',
  email_or_phone: 'Give an e-mail address or a phone number, so that a booth can answer.',
  no_booth_chosen: 'Choose at least one booth.',
  booth_contact_missing:
    'Your workshop has no contact yet. Add one to its profile, so that the visitor can answer you.',
  booth_has_visitors:
    'Visitors left cards at this booth or booked a meeting, so it stays. You can hand it back to the producer instead.',
  booth_due_late: 'Booths should be ready before the exhibition closes.',
  booth_full: 'The booth is full. Take something out first.',
  booth_no_works: 'The curators want only things that can be bought in this exhibition.',
  booth_not_ready: 'Something of the list is still missing.',
  pairing_code_wrong:
    'No screen waits for this code. It works once and for fifteen minutes: ask the curators for a new one.',
  meeting_times: 'The end must come after the beginning, with room for one meeting.',
  slot_taken:
    'Somebody was faster and has this time now. Nothing you typed is lost: please choose another one.',
  slot_gone:
    'This time is no longer offered. Nothing you typed is lost: please choose another one.',
  too_many_meetings:
    'With this address two meetings at this booth are booked already. Cancel one of them to book another.',
  too_many_slots:
    'At most 100 times at once, and 500 to come. Offer fewer, or take some back first.',
  import_address:
    'This is no web address that we can read. It begins with https:// or http:// and has no password in it.',
  import_private:
    'This address lies on a private network. Give one that everybody on the internet can open.',
  import_unreachable: 'The other site did not answer. Check the address, or try again later.',
  import_refused:
    'The other site did not give us this document. Open the address in a browser to see whether it is right.',
  import_redirects: 'This address leads on too many times. Give the one where it ends.',
  import_slow: 'The other site took longer than ten seconds. Please try again later.',
  import_too_large:
    'This document is larger than 5 MB. Give the manifest of one object, or a smaller collection.',
  import_not_json:
    'At this address is no IIIF document but something else, perhaps a page. Look there for the address of the manifest.',
  import_not_iiif: 'This document is neither a manifest nor a collection that we can read.',
};
