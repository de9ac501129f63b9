import type { ArticleSeed } from '../../types';

export const fishMarket: ArticleSeed = {
  slug: 'the-six-oclock-fish-market',
  author: 'grace-adeyemi',
  category: 'table',
  tags: ['fishing', 'recipes'],
  cover: 'catch-on-ice',
  readingMinutes: 4,
  state: { kind: 'changed', title: 'The half-past-five fish market' },
  en: {
    title: "The six o'clock fish market",
    summary:
      'By seven it is over. What to buy, whom to ask, and why the ugliest fish makes the best soup.',
    body: `The hall smells of cold and of wet rope, hardly of fish. If it smells of fish, says Anneke Maas, turn round.

She has had the third stall on the left for twenty-two years. At six the doors open for everyone; at ten past six the restaurants have gone. That leaves fifty minutes in which a person with a cloth bag is treated like a chef, provided she asks the right question. The wrong question is *what is fresh?* The right one is *what would you take home?*

## How to look

- The eye should be clear and a little proud.
- The gills should be red, as if the fish had just run upstairs.
- Press the side with a finger. It should press back.

## The ugly ones

Gurnard has a face like a helmet and costs a third of sea bass. Weever must be cleaned by someone who knows where the spines are. Both make a broth that bass can only dream of. Anneke cuts the heads off, wraps them separately, and writes *SOUP* on the paper so that nobody in the family throws them away.

By a quarter to seven she is hosing down the marble. A man arrives, out of breath, and asks for turbot. There is one gurnard left. She tells him about the soup.`,
    notes: `### Gurnard broth, for four

1. Heads and bones of two gurnard, rinsed well under cold water.
2. One leek, one carrot, a stick of celery, a bay leaf, eight peppercorns.
3. Cover with a litre and a half of cold water. Bring up slowly; do not let it boil.
4. Twenty-five minutes, then through a cloth. Salt at the end.`,
    sections: [
      {
        kind: 'call-to-action',
        heading: 'Go yourself',
        text: 'Tuesday to Saturday, six to seven, Old Auction Hall.',
        link: { label: 'How to find the hall', url: '/pages/contact' },
      },
    ],
  },
};
