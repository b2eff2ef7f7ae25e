import type { MailMessages } from '../en/mail.ts';

export const mail: MailMessages = {
  footer: (site) =>
    `Ce message a été écrit par ${site}, car il s’y est passé quelque chose qui vous concerne.`,
  yourCode: 'Votre code :',
  linkOnce: 'Ce lien fonctionne une seule fois et pas longtemps.',
  linkWeek: 'Ce lien fonctionne une seule fois, pendant sept jours.',
  signup: {
    subject: (site) => `Bienvenue sur ${site} : confirmez votre adresse`,
    preview: 'Un clic et votre compte est prêt.',
    text: (site) =>
      `Bienvenue sur ${site}. Confirmez que cette adresse e-mail est bien la vôtre ; votre compte sera alors prêt.`,
    button: 'Confirmer mon adresse',
    notYou: 'Si vous n’avez pas ouvert de compte, vous n’avez rien à faire.',
  },
  magiclink: {
    subject: (site) => `Votre lien de connexion à ${site}`,
    preview: 'Se connecter sans mot de passe.',
    text: (site) => `Voici votre lien pour vous connecter à ${site} sans mot de passe.`,
    button: 'Se connecter',
    notYou:
      'Si vous ne l’avez pas demandé, vous n’avez rien à faire. Ne le transmettez à personne.',
  },
  recovery: {
    subject: (site) => `Choisir un nouveau mot de passe pour ${site}`,
    preview: 'Un lien pour choisir un nouveau mot de passe.',
    text: (site) =>
      `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour ${site}. Vous pouvez le choisir ici.`,
    button: 'Choisir un mot de passe',
    notYou:
      'Si ce n’était pas vous, l’ancien mot de passe reste valable et vous n’avez rien à faire.',
  },
  email_change: {
    subject: (site) => `Confirmez votre nouvelle adresse pour ${site}`,
    preview: 'Un clic et la nouvelle adresse est valable.',
    text: (site) =>
      `Vous voulez utiliser cette adresse e-mail pour votre compte sur ${site}. Merci de la confirmer.`,
    button: 'Utiliser cette adresse',
    notYou: 'Si vous n’êtes au courant de rien, vous n’avez rien à faire.',
  },
  account_exists: {
    subject: (site) => `Vous avez déjà un compte sur ${site}`,
    preview: 'Quelqu’un a voulu en ouvrir un deuxième avec cette adresse.',
    text: (site) =>
      `Quelqu’un, sans doute vous, a voulu ouvrir un compte sur ${site} avec cette adresse. Vous en avez déjà un : connectez-vous. Si vous avez oublié le mot de passe, la page vous aide.`,
    button: 'Se connecter',
    notYou: 'Si ce n’était pas vous, vous n’avez rien à faire. Rien n’a changé.',
  },
  email_asked: {
    subject: (site) => `Une nouvelle adresse pour votre compte sur ${site} ?`,
    preview: 'Quelqu’un qui connaît votre mot de passe l’a demandé.',
    text: (site) =>
      `Quelqu’un, sans doute vous, veut utiliser une autre adresse e-mail pour votre compte sur ${site}. Elle sera valable dès qu’elle aura été confirmée.`,
    button: 'Ce n’est pas moi : changer de mot de passe',
    notYou: 'Si c’était vous, vous n’avez rien à faire.',
  },
  reauthentication: {
    subject: (site) => `Votre code pour ${site}`,
    preview: 'Un code pour confirmer que c’est bien vous.',
    text: (site) =>
      `Vous allez modifier quelque chose d’important sur ${site}. Saisissez ce code pour continuer.`,
    notYou:
      'Si ce n’était pas vous, changez de mot de passe : quelqu’un d’autre est peut-être connecté à votre compte.',
  },
  invitation: {
    subject: (org) => `Une invitation de ${org}`,
    what: {
      producer_member: (org) =>
        `${org} vous invite dans son espace de travail. Vous pourrez ajouter et modifier ses annonces et répondre aux demandes.`,
      buyer_member: (org) => `${org} vous invite à acheter et à demander des devis en son nom.`,
      cluster_coordinator: (org) => `Vous êtes invité à coordonner le groupement ${org}.`,
      cluster_producer: (org) => `Le groupement ${org} invite votre entreprise à le rejoindre.`,
    },
    about: (site) =>
      `${site} est un marché où les artisans d’un même lieu et d’un même métier vendent et achètent ensemble.`,
    button: 'Voir l’invitation',
    notYou: 'Si vous ne connaissez pas l’expéditeur, vous n’avez rien à faire.',
  },
  inquiryConfirm: {
    subject: (product) => `Confirmez votre question sur ${product}`,
    preview: 'Nous la transmettons dès que votre adresse est confirmée.',
    text: (name, product) =>
      `Bonjour ${name}, vous avez posé une question sur « ${product} ». Confirmez votre adresse et nous la transmettons au producteur. Votre adresse reste cachée.`,
    button: 'Envoyer ma question',
    notYou: 'Si vous n’avez rien demandé, vous n’avez rien à faire : rien ne sera envoyé.',
  },
  rfqConfirm: {
    subject: (title: string) => `Confirmez votre demande : ${title}`,
    preview: 'Nous l’envoyons dès que votre adresse est confirmée.',
    text: (name: string, title: string) =>
      `Bonjour ${name}, vous avez demandé un devis : « ${title} ». Confirmez votre adresse et nous transmettons votre demande. Votre adresse reste cachée.`,
    button: 'Envoyer ma demande',
    notYou: 'Si vous n’avez rien demandé, ne faites rien : rien ne sera envoyé.',
  },
  inquiryNew: {
    subject: (product) => `Une question sur ${product}`,
    text: (product) => `Quelqu’un s’intéresse à « ${product} » et vous écrit :`,
    facts: {
      reference: 'Référence',
      organisation: 'Organisation',
      country: 'Pays',
      quantity: 'Quantité',
      neededBy: 'Pour le',
    },
    button: 'Lire et répondre',
    why: 'Répondez sur le site : l’acheteur reçoit vos mots par e-mail. Une réponse rapide vaut mieux qu’une longue.',
  },
  inquiryReply: {
    subject: (product, reference) => `Réponse au sujet de ${product} (${reference})`,
    fromProducer: (producer, product) => `${producer} répond à votre question sur « ${product} » :`,
    fromBuyer: (product) => `L’acheteur vous écrit de nouveau au sujet de « ${product} » :`,
    button: 'Lire et répondre',
    why: 'Merci de répondre sur le site. Les messages envoyés à cette adresse ne sont pas lus.',
  },
  listingSentBack: {
    subject: (title) => `Merci de revoir « ${title} »`,
    text: (title) =>
      `Votre coordinateur a regardé « ${title} » et vous le renvoie avec cette remarque. Rien n’est perdu : corrigez et envoyez de nouveau.`,
    button: 'Ouvrir l’annonce',
  },
  producerApproved: {
    subject: (producer) => `${producer} est ouvert`,
    text: (producer, site) =>
      `${producer} est approuvé. Ses annonces publiées sont maintenant visibles de tous sur ${site}.`,
    button: 'Aller à mon espace',
  },
  clusterApproved: {
    subject: (cluster) => `${cluster} est approuvé`,
    text: (cluster, site) =>
      `L’opérateur de ${site} a approuvé ${cluster}. Ce que vous vérifiez chez vos membres compte maintenant pour le badge que voient les acheteurs, et ce que vous avez vérifié avant aussi.`,
    button: 'Aller au bureau du groupement',
  },
  producerSuspended: {
    subject: (producer) => `${producer} est mis en pause`,
    text: (producer, site) =>
      `L’exploitant de ${site} a mis ${producer} en pause. Ses annonces sont cachées pour le moment. Voici la raison indiquée :`,
    what: 'Rien n’est supprimé. Répondez à l’exploitant ; dès que la question est réglée, tout sera de nouveau visible.',
  },
};
