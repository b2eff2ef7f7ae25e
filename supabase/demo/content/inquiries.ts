/** A few inquiries under way, so that inboxes are not empty. */
import type { InquirySeed } from '#supabase/demo/content/types.ts';

export const INQUIRIES: readonly InquirySeed[] = [
  {
    key: 'lyon-derbies',
    buyer: 'maison-croix-rousse',
    product: 'masoro-plain-derby',
    quantity: 120,
    country: 'FR',
    neededByInDays: 95,
    sentDaysAgo: 6,
    locale: 'en',
    state: 'answered',
    messages: [
      {
        side: 'buyer',
        body: 'Good morning. We run a design shop in Lyon and would like 120 pairs of the plain derby for the autumn: 60 chestnut, 60 black, sizes 39 to 45 in a normal spread. Can the leather sole come with the thin rubber already fitted? We would also need our name on the insole. What would the price be, delivered to the freight forwarder in Kigali?',
        hoursLater: 0,
      },
      {
        side: 'producer',
        body: 'Good morning and thank you. 120 pairs is possible in 30 days from confirmation; we can hold lasts for you from the 4th. The price at 120 is 36,800 RWF a pair, FCA Masoro. Rubber half-soles fitted add 1,900 RWF. Your name on the insole is free from 48 pairs: please send it as a black drawing. We suggest one pair in 42 first, at the sample price, which we take off the order.',
        hoursLater: 7,
      },
      {
        side: 'buyer',
        body: 'That works. Please send the sample in 42, chestnut, with the half-sole. The drawing follows today. If it fits as well as it looks we will confirm within the week.',
        hoursLater: 26,
      },
      {
        side: 'producer',
        body: 'The sample is on the last and ships on Thursday. You will have the airway number the same evening.',
        hoursLater: 31,
      },
    ],
  },
  {
    key: 'rotterdam-agaseke',
    buyer: 'maashaven-imports',
    product: 'tall-zigzag-agaseke',
    quantity: 200,
    country: 'NL',
    neededByInDays: 120,
    sentDaysAgo: 3,
    locale: 'en',
    state: 'open',
    messages: [
      {
        side: 'buyer',
        body: 'We import home goods into the Netherlands and Belgium. We would like 200 of the tall agaseke in 38 cm, in two deliveries if that is easier for the weavers. Which colours hold best in daylight? Please tell us also the carton size and how many fit, so that we can plan the pallet.',
        hoursLater: 0,
      },
    ],
  },
  {
    key: 'nairobi-fobs-and-mugs',
    buyer: 'acacia-ridge-hotels',
    product: 'loop-key-fob-lettered',
    quantity: 340,
    country: 'KE',
    neededByInDays: 45,
    sentDaysAgo: 1,
    locale: 'sw',
    state: 'open',
    messages: [
      {
        side: 'buyer',
        body: 'Habari. Hoteli zetu tatu zinahitaji vishika funguo 340 vyenye namba za vyumba: 101 hadi 180, 201 hadi 330 na 401 hadi 530. Rangi ya kahawia hafifu. Je, mnaweza kufikisha Nairobi kabla ya mwisho wa mwezi ujao, na bei ya usafirishaji ni ngapi?',
        hoursLater: 0,
      },
    ],
  },
  {
    key: 'lyon-coffee-samples',
    buyer: 'maison-croix-rousse',
    product: 'cooperative-blend-medium',
    quantity: 96,
    country: 'FR',
    neededByInDays: 60,
    sentDaysAgo: 12,
    locale: 'fr',
    state: 'answered',
    messages: [
      {
        side: 'buyer',
        body: 'Bonjour, nous voudrions proposer votre café à la boutique : 96 paquets en grains pour commencer, avec une étiquette en français. Quelle date de torréfaction auraient-ils à l’arrivée à Lyon ?',
        hoursLater: 0,
      },
      {
        side: 'producer',
        body: 'Bonjour et merci. Nous torréfions le mardi ; par avion, les paquets arrivent huit à dix jours après, donc dans leur meilleure semaine. L’étiquette française existe déjà. Pour 96 paquets, le prix est de 4,20 USD, FCA aéroport de Kigali. Voulez-vous deux paquets d’essai avant ?',
        hoursLater: 20,
      },
    ],
  },
];
