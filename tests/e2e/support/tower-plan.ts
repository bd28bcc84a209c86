/** A second plan beside the municipality's own: a tower whose share of a view can be reckoned by hand. */
import type { Page } from '@playwright/test';
import { boxSoup } from '../../engines/box-soup.ts';

export const TOWER_PLAN = 'Toren';

const localised = (text: string) => ({ nl: text, en: text });
/** In the open field south of the old town. */
const [x, y] = [147300, 507900];

function makeModel() {
  const { positions, indices } = boxSoup([{ x: 0, y: 0, width: 30, depth: 20, low: -4, high: 36 }], 3);
  // Walls, roof and ground, in the order of the box's triangles: without them it casts figures but is not drawn.
  const parts = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2];
  const block = { id: 'block', footprint: [], lowerNap: -4, upperNap: 36, parts };
  return {
    schema: 1,
    origin: [x, y, 0],
    solids: [{ ...block, positions: [...positions], indices: [...indices] }],
    ground: [],
    cut: [],
    removed: [],
    trees: [],
    models: [],
    precisionM: 1,
  };
}

/** Before the page is opened. */
export async function addTowerPlan(page: Page): Promise<void> {
  await page.route('**/made/markerwaard/municipality.json', async (route) => {
    const response = await route.fetch();
    const made = (await response.json()) as { plans: string[] };
    await route.fulfill({ response, json: { ...made, plans: [...made.plans, 'plans/for-this-test.json'] } });
  });
  await page.route('**/plans/for-this-test.json', (route) =>
    route.fulfill({
      json: {
        schema: 1,
        id: 'for-this-test',
        title: localised(TOWER_PLAN),
        summary: localised('Een toren in het veld'),
        status: 'idea',
        holder: 'Gemeente',
        contact: localised('Projectleider'),
        dates: [],
        documents: [],
        fixed: [],
        open: [],
        peilNap: -4,
        area: [
          [x - 50, y - 50],
          [x + 50, y - 50],
          [x + 50, y + 50],
          [x - 50, y + 50],
        ],
        variants: [
          {
            id: 'tower',
            title: localised('Toren van 40 m'),
            summary: localised(''),
            url: 'plans/tower-for-this-test.json',
          },
        ],
        stops: [],
        source: { title: localised('Verzonnen'), holder: 'Gemeente', date: '2026', licence: 'CC0-1.0' },
      },
    }),
  );
  await page.route('**/plans/tower-for-this-test.json', (route) => route.fulfill({ json: makeModel() }));
}
