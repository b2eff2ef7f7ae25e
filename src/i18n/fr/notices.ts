import type { NoticesMessages } from '../en/notices.ts';

export const notices: NoticesMessages = {
  theBuyer: 'l’acheteur',
  theProducer: 'le producteur',
  bothSides: 'les deux parties',
  kinds: {
    rfq_new: {
      title: 'Une demande de devis',
      text: (who) => `${who} vous demande un devis.`,
    },
    rfq_cluster: {
      title: 'Une demande à votre groupement',
      text: (who) => `${who} demande des devis à tout le groupement.`,
    },
    rfq_held: {
      title: 'Une demande attend d’être relue',
      text: 'Elle part vers les producteurs dès que vous la laissez passer.',
      toBuyer: 'Quelqu’un de chez nous lit votre demande avant l’envoi. Vous n’avez rien à faire.',
    },
    rfq_refused: {
      title: 'Votre demande n’a pas été transmise',
      text: 'Elle ne convient pas à ce marché. Merci de lire pourquoi.',
    },
    inquiry_new: {
      title: 'Une nouvelle question',
      text: (who) => `${who} vous pose une question.`,
    },
    inquiry_reply: { title: 'Un nouveau message', text: (who) => `${who} vous a écrit.` },
    quote_sent: {
      title: 'Un devis pour vous',
      text: (who) => `${who} vous envoie un devis. Acceptez, demandez un changement ou refusez.`,
    },
    quote_countered: {
      title: 'Une contre-proposition',
      text: (who) => `${who} propose d’autres conditions. Acceptez, répondez ou refusez.`,
    },
    quote_declined: {
      title: 'Une offre a été refusée',
      text: (who) => `${who} a refusé votre offre.`,
    },
    quote_withdrawn: {
      title: 'Une offre a été retirée',
      text: (who) => `${who} a retiré son offre.`,
    },
    quote_expiring: {
      title: 'Une offre se termine bientôt',
      text: 'Ensuite, ses conditions ne valent plus.',
    },
    quote_expired: {
      title: 'Une offre est terminée',
      text: 'Ses conditions ne valent plus. Une nouvelle peut être faite à tout moment.',
    },
    order_confirmed: {
      title: 'Commande confirmée',
      text: (who) => `Vous êtes d’accord avec ${who}. Les conditions sont fixées pour les deux.`,
    },
    order_started: {
      title: 'La production a commencé',
      text: 'Le travail sur cette commande a commencé.',
    },
    order_milestone: {
      title: 'Des nouvelles de la production',
      text: 'Il y a du nouveau sur le travail de cette commande.',
    },
    order_inspected: {
      title: 'Marchandises contrôlées',
      text: 'Les marchandises de cette commande ont été contrôlées.',
    },
    order_ready: {
      title: 'Marchandises prêtes',
      text: 'Les marchandises de cette commande sont prêtes à partir.',
    },
    order_shipped: {
      title: 'Marchandises en route',
      text: 'Les marchandises de cette commande ont été expédiées.',
    },
    order_delivered: {
      title: 'Marchandises livrées',
      text: 'Les marchandises de cette commande sont arrivées.',
    },
    order_closed: {
      title: 'Commande terminée',
      text: 'Tout est réglé pour cette commande.',
    },
    order_cancelled: {
      title: 'Commande annulée',
      text: 'Cette commande est annulée. La page dit ce que devient l’argent déjà payé.',
    },
    change_proposed: {
      title: 'Un changement est proposé',
      text: (who) => `${who} propose un changement. Rien ne change sans votre accord.`,
    },
    change_agreed: {
      title: 'Un changement est convenu',
      text: (who) => `${who} accepte le changement. Il vaut dès maintenant.`,
    },
    change_refused: {
      title: 'Un changement est refusé',
      text: (who) => `${who} n’est pas d’accord. La commande reste comme elle était.`,
    },
    dispute_opened: {
      title: 'Un problème avec une commande',
      text: (who) => `${who} signale un problème. Un médiateur vous aide à le régler.`,
      toDesk: (who) => `Désaccord sur une commande : ${who}. On vous demande d’aider.`,
    },
    dispute_message: {
      title: 'Un message dans une médiation',
      text: 'Il y a un nouveau message sur le problème de cette commande.',
    },
    dispute_resolved: {
      title: 'Problème réglé',
      text: 'Le problème de cette commande est réglé. Merci de lire comment.',
    },
    review_new: {
      title: 'Un nouvel avis',
      text: (who) => `${who} a écrit sur cette commande. Vous pouvez répondre en public.`,
    },
    review_reply: {
      title: 'Une réponse à votre avis',
      text: (who) => `${who} a répondu à votre avis.`,
    },
    payment_announced: {
      title: 'Paiement annoncé',
      text: (who) => `${who} a envoyé de l’argent. Confirmez-le quand il est arrivé.`,
    },
    payment_confirmed: {
      title: 'Paiement reçu',
      text: 'L’argent est arrivé et compte pour cette commande.',
    },
    payment_rejected: {
      title: 'Paiement non confirmé',
      text: 'L’argent n’a pas été trouvé. La page de la commande dit quoi faire.',
    },
    payment_due: {
      title: 'Paiement à faire',
      text: 'Un paiement de cette commande arrive à échéance.',
    },
    refund_made: {
      title: 'Argent remboursé',
      text: 'De l’argent de cette commande a été remboursé.',
    },
    payout_sent: {
      title: 'Versement envoyé',
      text: 'Votre argent est en route vers votre compte.',
    },
    payout_failed: {
      title: 'Versement échoué',
      text: 'L’argent reste dans votre solde. Vérifiez où il doit aller.',
    },
    card_alert: {
      title: 'Un paiement par carte demande votre attention',
      text: 'Regardez-le au bureau des paiements par carte.',
    },
    document_issued: {
      title: 'Un nouveau document',
      text: 'Un document de cette commande est prêt à être lu et imprimé.',
    },
    round_opened: {
      title: 'Un achat groupé est ouvert',
      text: 'Dites combien vous prenez. Plus les membres s’engagent ensemble, meilleur peut être le prix.',
    },
    round_bidding: {
      title: 'Les engagements sont clos',
      text: 'Les engagements sont fixés. Les fournisseurs font leurs offres jusqu’à la date limite, puis elles sont ouvertes.',
    },
    round_extended: {
      title: 'Plus de temps pour un achat groupé',
      text: 'La date limite est repoussée. Les engagements pris comptent toujours.',
    },
    round_cancelled: {
      title: 'Un achat groupé est annulé',
      text: 'Rien ne sera commandé, et personne ne doit rien pour cet achat.',
    },
    tender_extended: {
      title: 'Un appel d’offres est prolongé',
      text: 'La date limite d’un appel d’offres est repoussée. Une offre déposée compte toujours ; vous pouvez la remplacer.',
    },
    tender_cancelled: {
      title: 'Un appel d’offres est annulé',
      text: 'Le groupement ne commandera pas. Les offres ne sont pas retenues.',
    },
    round_deposit: {
      title: 'Un acompte est demandé',
      text: 'Les engagements sont clos. Merci de payer l’acompte à votre groupement ; il sera déduit de ce que vous devrez.',
    },
    round_settled: {
      title: 'Ce que vous devez pour un achat groupé',
      text: 'Tout est partagé. Votre relevé dit ce que vous payez, et pourquoi.',
    },
    round_paid: {
      title: 'Un membre a payé',
      text: 'Un membre de votre groupement dit avoir payé. Vérifiez que l’argent est arrivé.',
    },
    round_payment_confirmed: {
      title: 'Votre paiement est arrivé',
      text: 'Votre groupement a reçu votre argent. Il compte pour l’achat groupé.',
    },
    round_payment_rejected: {
      title: 'Votre paiement n’a pas été trouvé',
      text: 'Votre groupement n’a pas trouvé l’argent. Lisez son message et parlez-lui.',
    },
    round_payment_due: {
      title: 'Un achat groupé reste à payer',
      text: 'Merci de payer à votre groupement ce qui reste, ou de lui dire quand vous le pourrez.',
    },
    round_refund_made: {
      title: 'De l’argent vous est rendu',
      text: 'Votre groupement vous a rendu de l’argent d’un achat groupé.',
    },
    write_off_proposed: {
      title: 'Une dette serait abandonnée',
      text: 'Un coordinateur propose d’abandonner la dette d’un membre. Un autre coordinateur doit décider.',
    },
    tender_invited: {
      title: 'Vous êtes invité à faire une offre',
      text: 'Un groupement achète ensemble et demande votre prix. Votre offre reste scellée jusqu’à l’ouverture ; aucun compte n’est nécessaire.',
    },
    tender_changed: {
      title: 'Un appel d’offres a changé',
      text: 'Lisez ce qui a changé. Une offre déjà déposée compte toujours ; vous pouvez la remplacer.',
    },
    tender_answered: {
      title: 'Une réponse dans un appel d’offres',
      text: 'Un fournisseur a demandé, le groupement a répondu. Tous les fournisseurs lisent la même chose.',
    },
    tender_question: {
      title: 'Un fournisseur pose une question',
      text: 'Merci de répondre : tous les fournisseurs lisent la réponse, personne ne lit qui a demandé.',
    },
    bid_filed: {
      title: 'Votre offre est déposée',
      text: 'Personne ne peut la lire avant l’ouverture. Gardez le reçu ci-dessous : il prouve ce que vous avez déposé.',
    },
    bids_short: {
      title: 'Moins d’offres que demandé',
      text: 'Rien n’a été ouvert. Donnez plus de temps aux fournisseurs, ou annulez.',
    },
    bids_opened: {
      title: 'Les offres sont ouvertes',
      text: 'Le procès-verbal dit qui a déposé une offre, et quand.',
    },
    bid_won: {
      title: 'Votre offre est retenue',
      text: 'Le groupement achète chez vous. La commande vient à la fin du délai d’attente.',
    },
    bid_lost: {
      title: 'Une autre offre est retenue',
      text: 'Merci d’avoir participé. Vous pouvez lire pourquoi, et contester une fois pendant le délai d’attente.',
    },
    round_awarded: {
      title: 'Un achat groupé est attribué',
      text: 'Vous pouvez lire qui livre, et ce que vous recevez.',
    },
    award_challenged: {
      title: 'Un fournisseur conteste l’attribution',
      text: 'Merci de répondre : la commande attend votre réponse.',
    },
    challenge_answered: {
      title: 'Réponse à votre contestation',
      text: 'Lisez ce qui a été décidé, et pourquoi.',
    },
    purchase_order_sent: {
      title: 'Un bon de commande pour vous',
      text: 'Dites pour chaque ligne si vous la livrez à temps.',
    },
    purchase_order_answered: {
      title: 'Un fournisseur a répondu à la commande',
      text: 'Lisez ce qui arrive comme commandé, et ce qui manque.',
    },
    goods_arrived: {
      title: 'Des marchandises sont arrivées',
      text: 'Quelque chose d’un achat groupé est au magasin. Regardez ce que vous pouvez chercher.',
    },
    allocation_changed: {
      title: 'Votre part a changé',
      text: 'Ce qui est arrivé diffère de ce qui était commandé ; on l’a donc partagé à nouveau.',
    },
    goods_handed: {
      title: 'Des marchandises ont été remises',
      text: 'Des marchandises à vous ont été cherchées au magasin. Si ce n’est pas vrai, dites-le à votre coordination.',
    },
    saved_search_new: {
      title: 'Du nouveau pour votre recherche',
      text: 'Il y a du nouveau qui correspond à ce que vous cherchez.',
    },
    listing_sent_back: {
      title: 'Une annonce revient',
      text: 'Un coordinateur l’a regardée et demande un changement. Rien n’est perdu.',
    },
    producer_approved: {
      title: 'Votre atelier est approuvé',
      text: 'Il est sur le marché. Publiez ce que vous fabriquez.',
    },
    producer_suspended: {
      title: 'Votre atelier est en pause',
      text: 'Ses annonces sont cachées pour le moment. Lisez pourquoi.',
    },
    cluster_approved: {
      title: 'Votre groupement est approuvé',
      text: 'Ce que ses coordinateurs contrôlent compte désormais pour le badge.',
    },
    verification_passed: {
      title: 'Un contrôle est réussi',
      text: 'Un des contrôles de votre atelier est fait. Il compte pour le badge.',
    },
    verification_failed: {
      title: 'Un contrôle n’est pas réussi',
      text: 'Un des contrôles de votre atelier n’a pas abouti. Demandez à votre coordinateur ce qui manque.',
    },
    invitation_accepted: {
      title: 'Une invitation est acceptée',
      text: 'Quelqu’un est venu par le lien que vous avez créé.',
    },
    booth_offered: {
      title: 'Un stand pour vous',
      text: 'Vous êtes invité à montrer votre travail dans une exposition. Acceptez, choisissez vos objets et écrivez leurs étiquettes.',
    },
    booth_withdrawn: {
      title: 'Un stand est retiré',
      text: 'Votre stand dans cette exposition a été retiré. Lisez pourquoi.',
    },
    booth_approved: {
      title: 'Votre stand est accepté',
      text: 'Il est montré avec l’exposition.',
    },
    booth_handed_back: {
      title: 'Votre stand vous revient',
      text: 'Les commissaires demandent un changement avant de le montrer. Lisez lequel.',
    },
    booth_answered: {
      title: 'Une réponse pour un stand',
      text: (who: string) => `${who} a répondu à l’offre d’un stand.`,
    },
    booth_submitted: {
      title: 'Un stand est prêt',
      text: (who: string) =>
        `${who} a terminé son stand. Regardez-le, puis acceptez-le ou rendez-le.`,
    },
    guest_book_entry: {
      title: 'Un mot dans le livre d’or',
      text: 'Un visiteur a écrit dans le livre d’or. Son mot vous attend : montrez-le ou masquez-le.',
    },
    booth_card: {
      title: 'Une carte à votre stand',
      text: 'Un visiteur a laissé sa carte à votre stand. Regardez-la et dites si les coordonnées peuvent passer.',
    },
    meeting_booked: {
      title: 'Un rendez-vous est pris',
      text: (who: string) =>
        `${who} veut vous rencontrer à votre stand. La page du stand dit comment répondre.`,
    },
    meeting_cancelled: {
      title: 'Un rendez-vous est annulé',
      text: (who: string) => `${who} ne peut pas venir. L’heure est de nouveau libre.`,
    },
    report_answered: {
      title: 'Réponse à votre signalement',
      text: 'Nous avons examiné votre signalement. Lisez ce que nous avons décidé.',
    },
  },
  share: {
    damaged: (some: string, all: string) => `Arrivé abîmé : ${some} sur ${all}.`,
    missing: (some: string, all: string) => `Pas arrivé : ${some} sur ${all}.`,
    more: (some: string) => `Arrivé en plus de la commande : ${some}.`,
    less: (percent: string) => `Il y a ${percent} de moins à partager.`,
    yours: (now: string, was: string) => `Vous recevez ${now} au lieu de ${was}.`,
  },
  facts: {
    reference: 'Référence',
    about: 'Sujet',
    amount: 'Montant',
    date: 'Date',
    when: 'Quand',
    due: 'À payer avant le',
    validUntil: 'Valable jusqu’au',
    expected: 'Attendu le',
    promised: 'Promis pour le',
    neededBy: 'Réponses avant le',
    pledgeBy: 'S’engager avant le',
    bidsOpen: 'Ouverture des offres',
    newDeadline: 'Nouvelle date limite',
    bidBy: 'Offres jusqu’au',
    receipt: 'Reçu (SHA-256)',
    reason: 'Raison',
    lines: 'Lignes',
    packages: 'Colis',
    carrier: 'Transporteur',
    tracking: 'Numéro de suivi',
    rating: 'Note',
    count: 'Combien',
  },
  many: (count) => `${count} nouveaux`,
  look: 'Voir',
  stop: (group) => `Ne plus recevoir ces e-mails : ${group}`,
  mustCome:
    'Cet e-mail arrive toujours, quel que soit votre choix : il concerne votre compte, un accord ou de l’argent.',
  digest: {
    subject: (site) => `Votre journée sur ${site}`,
    text: 'Voici ce qui s’est passé et ne vous a pas encore été envoyé.',
    more: (count) => `Et ${count} de plus.`,
    button: 'Tout voir',
    stop: 'Ne plus recevoir l’e-mail du jour',
  },
  sms: {
    code: (site, code) => `${site} : votre code est ${code}. Ne le donnez à personne.`,
  },
  groups: {
    trade: 'Devis et commandes',
    money: 'Argent',
    messages: 'Messages',
    cluster: 'Groupement',
    market: 'Nouvelles du marché',
  },
};
