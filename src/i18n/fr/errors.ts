import type { ErrorCode } from '#src/domain/error-codes.ts';

export const errors: Record<ErrorCode, string> = {
  unknown:
    'Une erreur s’est produite de notre côté. Rien de ce que vous avez écrit n’est perdu. Réessayez dans un instant.',
  unreachable:
    'Le marché est injoignable pour le moment. Rien n’est perdu. Réessayez dans une minute.',
  invalid_input: 'Il reste quelque chose à corriger. Regardez les champs signalés.',
  not_found: 'Cela n’existe pas ou n’existe plus.',
  not_signed_in: 'Connectez-vous d’abord. Vous pourrez ensuite continuer ici.',
  not_allowed:
    'Vous n’avez pas le droit de faire cela. Demandez à un propriétaire de l’organisation ou à l’exploitant.',
  account_suspended: 'Votre compte est en pause. Écrivez à l’exploitant de ce marché.',
  conflict: 'Quelqu’un d’autre a modifié cela entre-temps. Rechargez la page et vérifiez.',
  already_done: 'C’est déjà fait.',
  append_only: 'Ce qui est inscrit au registre y reste et ne peut pas être modifié.',
  rate_limited: 'C’était trop de fois en peu de temps. Attendez un peu et réessayez.',
  wrong_state: 'Ce n’est plus possible à ce stade. Rechargez la page.',
  reason_required: 'Donnez une raison, pour que les autres comprennent.',
  cursor_invalid: 'Cette page de la liste n’existe pas. Recommencez depuis la première.',
  token_invalid: 'Le code n’est pas le bon. Vérifiez-le et saisissez-le de nouveau.',
  link_gone: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
  required: 'À remplir, s’il vous plaît.',
  too_short: 'C’est un peu trop court.',
  too_long: 'C’est trop long.',
  not_a_number: 'Écrivez un nombre, par exemple 12 ou 2,5.',
  out_of_range: 'Ce nombre est trop petit ou trop grand.',
  not_a_choice: 'Choisissez une des possibilités.',
  date_past: 'Ce jour est passé. Choisissez-en un plus tard.',
  slug_taken: 'Cette adresse est prise. Choisissez-en une autre.',
  slug_reserved: 'Le marché lui-même a besoin de cette adresse. Choisissez-en une autre.',
  amount_negative: 'Un montant ne peut pas être inférieur à zéro.',
  amount_too_precise: 'Cette monnaie n’a pas autant de décimales.',
  amount_too_large: 'Ce montant est trop grand. Vérifiez les zéros.',
  amount_ambiguous:
    'Nous ne voyons pas où commencent les décimales. Écrivez le montant sans séparateurs.',
  quantity_too_precise: 'Cette unité ne se divise pas aussi finement.',
  below_moq: 'C’est moins que la commande minimale.',
  not_a_multiple: 'La quantité doit faire des lots entiers.',
  moq_not_multiple: 'La commande minimale doit faire des lots entiers.',
  unknown_currency: 'Cette monnaie n’est pas utilisée ici.',
  unknown_country: 'Nous ne connaissons pas ce pays.',
  unknown_unit: 'Nous ne connaissons pas cette unité.',
  unknown_incoterm: 'Ce n’est pas l’un des onze Incoterms de 2020.',
  incoterm_place_required: 'Un Incoterm demande un lieu, par exemple FCA Kigali.',
  hs_code_invalid: 'Un code SH compte de 6 à 10 chiffres.',
  unknown_material: 'Cette matière n’est pas dans notre liste.',
  unknown_technique: 'Cette technique n’est pas dans notre liste.',
  category_loop: 'Une catégorie ne peut pas se trouver à l’intérieur d’elle-même.',
  category_in_use:
    'Des produits ou des catégories en dépendent : elle reste. Déplacez-les d’abord, ou masquez-la.',
  hs_heading_invalid: 'Une position SH proposée a 4 à 6 chiffres, par exemple 6403.',
  not_enough_to_publish:
    'Il faut d’abord un titre, une catégorie, un prix, une unité, la commande minimale et le délai.',
  photo_needed: 'Ajoutez d’abord au moins une photo. Les acheteurs veulent voir.',
  photo_unknown: 'L’une des photos n’est plus là. Rechargez la page.',
  too_many_photos: 'Il peut y avoir douze photos au plus.',
  last_photo:
    'Une annonce publiée a besoin d’une photo. Ajoutez-en une autre avant de retirer celle-ci.',
  alt_needed:
    'Dites en quelques mots ce que montre chaque photo, pour les personnes qui ne la voient pas.',
  source_language:
    'C’est la langue dans laquelle vous avez écrit l’annonce. Modifiez le texte lui-même.',
  tiers_need_price: 'Fixez d’abord le prix, puis les prix pour de plus grandes quantités.',
  tier_below_moq: 'Un palier de prix ne peut pas commencer sous la commande minimale.',
  tier_twice: 'Il y a deux prix pour la même quantité.',
  tier_not_ascending: 'Mettez les quantités dans l’ordre, la plus petite d’abord.',
  tier_price_rises: 'Une plus grande quantité ne peut pas coûter plus cher à l’unité.',
  too_many_tiers: 'Il y a trop de paliers de prix.',
  variant_twice: 'Cette variante existe déjà.',
  too_many_variants: 'Il y a trop de variantes.',
  producer_suspended:
    'Cet espace est mis en pause par l’exploitant. Les annonces restent cachées jusqu’à ce que ce soit réglé.',
  sums_differ: 'Les sommes ne concordent plus. Rien n’a été enregistré ; rechargez la page.',
  discount_too_large: 'La remise ne peut pas dépasser la marchandise.',
  tier_price_differs:
    'Les prix par quantité disent un autre prix pour la quantité proposée. Mettez-les d’accord.',
  moq_not_waived:
    'Cette quantité n’est pas prévue par votre fiche. Cochez que vous la fabriquez quand même, ou changez-la.',
  quote_empty: 'Écrivez au moins une ligne, avec une quantité et un prix.',
  delivery_meanwhile:
    'Une livraison de cette commande vient d’être enregistrée. Regardez si c’est la même ; si la vôtre en est une autre, enregistrez encore une fois.',
  nothing_counted: 'Rien n’est encore compté. Écrivez au moins une quantité.',
  handed_out_already: 'On a déjà remis plus que cela. Corrigez d’abord la remise.',
  returned_already: 'On en a déjà renvoyé davantage au fournisseur. Corrigez d’abord cela.',
  more_than_over: 'Il n’en reste pas autant.',
  allocation_differs:
    'Quelque chose a été compté ou remis au même moment. Rien n’est perdu : rechargez la page.',
  allocation_stale: 'Il faut d’abord partager ce qui est arrivé. Rechargez la page.',
  more_than_share: 'C’est plus que la part de ce membre.',
  more_than_in_store: 'C’est plus que ce qui est au magasin.',
  rest_unsaid: 'Il manque quelque chose. Dites si le reste vient encore.',
  pledging_closed:
    'Le temps des engagements est passé. Ce que vous avez engagé avant compte toujours ; demandez à votre coordinateur.',
  round_needs_lots: 'Dites d’abord ce qu’il faut acheter : ajoutez au moins une matière.',
  round_needs_dates:
    'Dites jusqu’à quand les membres s’engagent, et jusqu’à quand les fournisseurs font leurs offres.',
  round_needs_place:
    'Dites où livrer la marchandise. Les fournisseurs en ont besoin pour leur prix.',
  round_dates_order:
    'Il faut du temps aux fournisseurs une fois les engagements connus : leur date limite vient après celle des membres.',
  round_needed_too_soon:
    'La marchandise ne peut pas être attendue avant l’ouverture des offres. Choisissez un jour plus tard.',
  round_only_later:
    'Une date limite ne peut être que repoussée : membres et fournisseurs comptent dessus.',
  lots_have_prices:
    'Des prix sont saisis dans l’ancienne devise. Retirez-les d’abord des matières, ou gardez la devise.',
  weights_not_whole: 'Les poids doivent totaliser 100 %.',
  too_many_lots: 'Cent matières au plus par achat. Faites-en un second.',
  wish_closed: 'Ce souhait est clos. Vous pouvez en faire un nouveau.',
  supplier_own: 'Ce fournisseur a un compte et modifie lui-même sa fiche.',
  supplier_twice: 'Un fournisseur avec cette adresse e-mail est déjà dans votre liste.',
  supplier_in_use: 'Ce fournisseur a participé à un achat et reste dans le registre.',
  bidding_closed:
    'Le temps des offres est passé, ou cet appel d’offres n’en prend pas en ce moment.',
  bid_without_lines: 'Proposez au moins une matière : saisissez un prix.',
  bid_without_price: 'Chaque matière proposée a besoin d’un prix.',
  bid_ends_too_soon:
    'Votre offre doit valoir au moins jusqu’à l’ouverture. Choisissez un jour plus tardif.',
  currency_without_rate:
    'Il n’y a pas de taux de change pour cette devise. Choisissez-en une autre.',
  deadline_too_soon:
    'Les fournisseurs ont besoin de temps pour ce qui change : laissez-leur au moins un jour.',
  award_differs: 'L’attribution a été calculée avec d’autres chiffres. Regardez-la de nouveau.',
  standstill_over: 'Le délai pour contester l’attribution est passé.',
  standstill_runs:
    'Les fournisseurs peuvent encore contester l’attribution. Commandez après le délai d’attente.',
  challenge_open: 'Une contestation attend une réponse. Répondez d’abord.',
  award_again: 'Une contestation a été retenue. Décidez de nouveau l’attribution, puis commandez.',
  nothing_awarded:
    'Rien n’a été attribué, il n’y a donc rien à commander. Annulez l’achat en disant pourquoi.',
  solver_too_slow:
    'La meilleure attribution n’a pas été trouvée à temps : il y a trop d’offres et de lots à comparer. Écartez un fournisseur ou limitez leur nombre par lot, puis regardez de nouveau.',
  solver_failed: 'La meilleure attribution n’a pas pu être calculée cette fois. Rechargez la page.',
  award_unproven:
    'Une attribution a été trouvée, mais il n’est pas prouvé qu’elle est la moins chère. Écartez un fournisseur ou changez les quantités, puis regardez de nouveau.',
  figures_too_large:
    'Les sommes de cet achat sont trop grandes pour être comparées exactement. Faites-en deux achats.',
  late_ceiling:
    'Dans les dernières minutes, un prix maximum peut monter, pas baisser. Ce que vous avez engagé avant compte toujours.',
  late_pledge:
    'Dans les dernières minutes, seuls les changements qui aident les autres sont acceptés : davantage, ou du « possible » au « ferme ». Ce que vous avez engagé avant compte toujours.',
  quote_expired:
    'Cette offre n’est plus valable. Rien n’a été commandé ; demandez-en une nouvelle.',
  already_ordered:
    'La commande est déjà passée. Il n’y en a qu’une ; vous la trouvez parmi vos commandes.',
  buyer_needed: 'Choisissez l’organisation qui achète, ou créez-la. Rien n’est encore commandé.',
  too_many_versions:
    'Il y a trop de versions ici. Commencez une nouvelle conversation, s’il vous plaît.',
  choose_producer: 'Choisissez laquelle de vos entreprises doit rejoindre le groupement.',
  trade_open:
    'Une commande est en cours, ou de l’argent est en route ou gardé pour vous, et vous seul pouvez conclure. Terminez d’abord, ou nommez un second propriétaire.',
  hand_over_first: 'Vous êtes le seul propriétaire quelque part. Transmettez d’abord ce rôle.',
  invitation_gone:
    'Cette invitation a servi, a été retirée ou est trop ancienne. Demandez-en une nouvelle.',
  last_owner: 'Il faut au moins un propriétaire. Nommez d’abord quelqu’un d’autre.',
  cluster_not_approved:
    'Un opérateur ou un groupement approuvé a vérifié ceci. Cela reste ainsi tant que votre groupement n’est pas approuvé lui aussi.',
  not_yourself: 'Vous ne pouvez pas faire cela à votre propre compte.',
  own_product: 'C’est votre propre produit.',
  credentials_wrong: 'L’adresse e-mail ou le mot de passe n’est pas juste.',
  email_invalid: 'Ce n’est pas une adresse e-mail. Elle ressemble à nom@example.org.',
  email_taken:
    'Cette adresse e-mail ne peut pas être utilisée. Peut-être avez-vous déjà un compte ?',
  email_not_confirmed: 'Confirmez d’abord votre adresse : ouvrez le lien dans notre message.',
  password_weak:
    'Ce mot de passe est trop facile à deviner. Prenez-en un plus long, quelques mots par exemple.',
  password_same: 'C’est votre ancien mot de passe. Choisissez-en un nouveau.',
  password_wrong: 'Ce n’est pas votre mot de passe.',
  phone_invalid: 'Écrivez le numéro avec l’indicatif du pays, par exemple +250 788 123 456.',
  phone_code_wrong: 'Ce n’est pas le code, ou il est trop vieux. Demandez-en un nouveau.',
  sign_in_again: 'Par sécurité, connectez-vous encore une fois, puis réessayez.',
  change_open: 'Une proposition attend une réponse. Répondez-y ou retirez-la d’abord.',
  change_stale:
    'De l’argent est arrivé depuis cette proposition. Refusez-la, qu’elle soit faite à nouveau.',
  dispute_open: 'Un litige est ouvert sur cette commande. Il doit d’abord être réglé.',
  order_unpaid: 'Cette commande n’est pas encore payée en entier ; elle reste ouverte.',
  details_missing:
    'Les documents ont d’abord besoin de votre raison sociale et de votre adresse. Inscrivez-les sous « Sur les documents », puis revenez.',
  order_paid: 'De l’argent a été versé : personne ne peut annuler seul. Proposez l’annulation.',
  terms_fixed:
    'Seuls les quantités, les prix et les conditions peuvent changer. Pour le reste, demandez un nouveau devis.',
  nothing_changed: 'Rien ne diffère de l’accord actuel. Modifiez d’abord quelque chose.',
  no_lines_left:
    'Au moins une ligne doit rester. Pour mettre fin à la commande, proposez de l’annuler.',
  refund_too_much: 'Il serait rendu plus que ce qui est arrivé. Saisissez un montant plus petit.',
  own_payment: 'Il s’agit de votre propre atelier. Un autre coordinateur doit le faire.',
  second_coordinator: 'Vous l’avez proposé vous-même. Un autre coordinateur doit décider.',
  invoices_open: 'Une facture diffère encore de la commande ou de la livraison. Décidez d’abord.',
  invoice_differs:
    'Ce qui est arrivé a changé depuis la vérification d’une facture. Vérifiez-la à nouveau.',
  invoice_missing: 'Des marchandises sont arrivées sans facture. Saisissez-la d’abord.',
  invoice_twice: 'Il y a déjà une facture avec ce numéro.',
  invoice_paid: 'Une partie de cette facture est payée ; elle reste.',
  nobody_to_bear: 'Personne n’a rien reçu sur quoi partager ce montant.',
  lot_weight_missing:
    'Les coûts sont partagés au poids et une matière n’en a pas. Saisissez-le d’abord.',
  account_gone: 'Ce compte n’est plus utilisé. Rechargez la page et choisissez-en un autre.',
  account_number_needed: 'Indiquez l’IBAN ou le numéro de compte.',
  iban_invalid:
    'Cet IBAN n’est pas juste : un signe est faux ou manque. Comparez-le avec le papier de votre banque.',
  bic_invalid: 'Un BIC (code SWIFT) a 8 ou 11 lettres et chiffres.',
  day_not_yet: 'Ce jour n’est pas encore venu, ou il est trop ancien. Quand a-t-on payé ?',
  currency_differs:
    'Les deux sont dans des monnaies différentes : ce ne peut pas être le même argent.',
  payout_too_much:
    'C’est plus que ce qui est détenu pour le producteur en ce moment. Rechargez la page.',
  statement_empty: 'Nous n’avons trouvé aucun mouvement dans ce fichier. Est-ce le bon ?',
  statement_too_long:
    'Ce relevé est trop long. Prenez une période plus courte, un mois par exemple.',
  statement_unreadable:
    'Nous ne pouvons pas lire ce fichier. Prenez le fichier CSV ou CAMT.053 (XML) de votre banque.',
  statement_columns: 'Dites quelle colonne est le jour et laquelle est le montant.',
  date_unreadable: 'Ne se lit pas comme une date.',
  card_currency: 'Cette monnaie ne se paie pas par carte. Payez par virement ou mobile money.',
  card_amount_fine:
    'Ce montant ne peut pas être débité au dernier chiffre près. Payez par virement.',
  card_amount_small: 'C’est trop peu pour une carte. Payez par virement ou mobile money.',
  card_amount_large: 'C’est trop pour un seul paiement par carte. Payez par virement.',
  card_unreachable: 'Le prestataire de cartes ne répond pas. Rien n’a été débité ; réessayez.',
  card_country: 'Stripe ne verse pas dans ce pays. Vous êtes payé par virement ou mobile money.',
  photo_empty: 'Ce fichier est vide. Choisissez de nouveau la photo.',
  photo_too_large: 'Cette photo dépasse 25 Mo. Prenez-en une plus petite.',
  photo_too_many_pixels: 'Cette image a plus de 60 mégapixels. Réduisez-la.',
  photo_heic:
    'Nous ne savons pas lire les photos HEIC. Réglez l’appareil sur « le plus compatible » ou envoyez un JPEG.',
  photo_not_an_image: 'Ce fichier n’est pas une photo, quoi que dise son nom.',
  photo_kind: 'Les photos peuvent être en JPEG, PNG ou WebP.',
  photo_animated: 'Les images animées ne conviennent pas. Choisissez une image fixe.',
  photo_damaged: 'Cette photo est abîmée ou n’est pas arrivée entière. Envoyez-la de nouveau.',
  photo_mixed:
    'Autre chose est caché dans ce fichier, nous ne l’avons donc pas pris. Enregistrez la photo de nouveau et envoyez-la.',
  photo_failed:
    'Nous n’avons pas pu préparer les tailles de cette photo. Retirez-la et envoyez-la de nouveau.',
  upload_busy:
    'Beaucoup de photos arrivent en ce moment. La vôtre est toujours sur votre appareil ; réessayez dans un instant.',
  line_needed: 'Indiquez au moins une chose dont vous avez besoin.',
  too_many_lines: 'Cinquante lignes au plus.',
  sizes_differ: 'Les tailles ne donnent pas la quantité.',
  no_producer_chosen: 'Choisissez à qui demander : au moins un producteur, ou un groupement.',
  too_many_producers: 'Cinquante producteurs au plus. Demandez plutôt à tout le groupement.',
  no_whatsapp:
    'Il n’y a pas encore de numéro WhatsApp dans votre profil. Ajoutez-le sous « Contact ».',
  file_empty: 'Ce fichier est vide. Choisissez-le de nouveau.',
  file_too_large: 'C’est trop lourd. Un PDF peut faire 10 Mo, tous les fichiers ensemble 60 Mo.',
  too_many_files: 'Dix fichiers au plus à la fois.',
  file_kind: 'Les fichiers peuvent être en PDF, JPEG, PNG ou WebP.',
  file_damaged:
    'Ce PDF est abîmé ou n’est pas arrivé en entier. Enregistrez-le de nouveau et envoyez-le.',
  file_encrypted: 'Ce PDF est protégé par un mot de passe. Envoyez-en un sans.',
  file_active:
    'Ce PDF contient un script, un formulaire ou un autre fichier. Imprimez-le en un nouveau PDF et envoyez celui-là.',
  file_mixed:
    'Autre chose se cache dans ce fichier, nous ne l’avons donc pas pris. Enregistrez-le de nouveau et envoyez-le.',
  too_many_kept:
    'Vous en avez gardé autant que possible. Supprimez-en un dont vous n’avez plus besoin, puis réessayez.',
  rates_unreadable:
    'Ce ne sont pas des taux de change sous une forme connue : le fichier quotidien de la Banque centrale européenne (XML ou CSV), ou des lignes devise, jour et taux.',
  exhibition_dates_order: 'L’exposition ferme avant d’ouvrir. Vérifiez les deux dates.',
  exhibition_not_ready: 'Il manque encore quelque chose avant la publication. La liste dit quoi.',
  exhibition_full: 'Il n’y a plus de place ici. Rien n’est perdu ; retirez d’abord quelque chose.',
  region_outside: 'Le cadre sort de l’image ou fait moins de 32 pixels. Dessinez-le à nouveau.',
  audio_kind:
    'Ce n’est pas un enregistrement que nous pouvons lire : MP3, M4A, OGG ou WebM. Rien n’a changé.',
  audio_damaged: 'Cet enregistrement est abîmé ou s’interrompt. Envoyez-le à nouveau.',
  audio_too_large: 'Cet enregistrement dépasse 20 Mo. Envoyez-en un plus court ou plus léger.',
  audio_too_long: 'Cet enregistrement dépasse 30 minutes. Raccourcissez-le.',
  hall_has_booths:
    'Des producteurs ont un stand dans cette salle. Déplacez ou retirez d’abord les stands.',
  email_or_phone: 'Indiquez une adresse e-mail ou un téléphone, pour qu’un stand puisse répondre.',
  no_booth_chosen: 'Choisissez au moins un stand.',
  booth_contact_missing:
    'Votre atelier n’a pas encore de coordonnées. Ajoutez-les à son profil, pour que le visiteur puisse vous répondre.',
  booth_has_visitors:
    'Des visiteurs ont laissé leur carte à ce stand ou pris rendez-vous : il reste. Vous pouvez le rendre au producteur.',
  booth_due_late: 'Les stands devraient être prêts avant la fermeture de l’exposition.',
  booth_full: 'Le stand est plein. Retirez d’abord quelque chose.',
  booth_no_works: 'Les commissaires ne veulent dans cette exposition que des choses à vendre.',
  booth_not_ready: 'Il manque encore quelque chose de la liste.',
  pairing_code_wrong:
    'Aucun écran n’attend ce code. Il sert une fois, pendant quinze minutes : demandez-en un nouveau aux commissaires.',
  meeting_times: 'La fin doit venir après le début, avec la place d’un rendez-vous.',
  slot_taken:
    'Quelqu’un a été plus rapide et a cette heure. Rien de ce que vous avez écrit n’est perdu : choisissez-en une autre.',
  slot_gone:
    'Cette heure n’est plus proposée. Rien de ce que vous avez écrit n’est perdu : choisissez-en une autre.',
  too_many_meetings:
    'Avec cette adresse, deux rendez-vous à ce stand sont déjà pris. Annulez-en un pour en prendre un autre.',
  too_many_slots:
    'Au plus 100 heures à la fois, et 500 à venir. Proposez-en moins, ou retirez-en d’abord.',
  import_address:
    'Ce n’est pas une adresse web que nous pouvons lire. Elle commence par « https » ou « http » et ne contient pas de mot de passe.',
  import_private:
    'Cette adresse se trouve sur un réseau privé. Donnez-en une que chacun peut ouvrir sur internet.',
  import_unreachable: 'L’autre site n’a pas répondu. Vérifiez l’adresse ou réessayez plus tard.',
  import_refused:
    'L’autre site ne nous a pas donné ce document. Ouvrez l’adresse dans un navigateur pour voir si elle est juste.',
  import_redirects: 'Cette adresse renvoie trop de fois ailleurs. Donnez celle où elle aboutit.',
  import_slow: 'L’autre site a mis plus de dix secondes. Réessayez plus tard.',
  import_too_large:
    'Ce document dépasse 5 Mo. Donnez le manifeste d’un objet ou une collection plus petite.',
  import_not_json:
    'À cette adresse il n’y a pas de document IIIF mais autre chose, peut-être une page. Cherchez-y l’adresse du manifeste.',
  import_not_iiif: 'Ce document n’est ni un manifeste ni une collection que nous savons lire.',
};
