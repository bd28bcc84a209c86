/** Trees of Dutch streets and parks: names as registers write them, height and crown in metres when grown. */
export interface Species {
  readonly name: string;
  readonly height: readonly [number, number];
  /** Width of the crown as a part of the height. */
  readonly crown: number;
}

const species = {
  lime: { name: 'Tilia x europaea (Hollandse linde)', height: [12, 17], crown: 0.56 },
  elm: { name: 'Ulmus hollandica (iep)', height: [13, 18], crown: 0.54 },
  plane: { name: 'Platanus x hispanica (plataan)', height: [12, 16], crown: 0.74 },
  oak: { name: 'Quercus robur (zomereik)', height: [12, 19], crown: 0.72 },
  beech: { name: 'Fagus sylvatica (beuk)', height: [14, 21], crown: 0.72 },
  chestnut: { name: 'Aesculus hippocastanum (witte paardenkastanje)', height: [12, 17], crown: 0.76 },
  maple: { name: 'Acer platanoides (Noorse esdoorn)', height: [9, 13], crown: 0.62 },
  fieldMaple: { name: 'Acer campestre (veldesdoorn)', height: [7, 9], crown: 0.62 },
  pear: { name: 'Pyrus calleryana (sierpeer)', height: [7, 10], crown: 0.46 },
  cherry: { name: 'Prunus avium (zoete kers)', height: [6, 9], crown: 0.74 },
  birch: { name: 'Betula pendula (ruwe berk)', height: [9, 14], crown: 0.44 },
  alder: { name: 'Alnus glutinosa (zwarte els)', height: [9, 14], crown: 0.46 },
  ash: { name: 'Fraxinus excelsior (gewone es)', height: [13, 19], crown: 0.6 },
  poplar: { name: "Populus nigra 'Italica' (Italiaanse populier)", height: [18, 25], crown: 0.17 },
  cottonwood: { name: 'Populus x canadensis (Canadapopulier)', height: [18, 25], crown: 0.48 },
  willow: { name: 'Salix alba (knotwilg)', height: [4, 6], crown: 0.9 },
  weeping: { name: 'Salix sepulcralis (treurwilg)', height: [8, 12], crown: 0.95 },
  apple: { name: 'Malus domestica (appel)', height: [3, 4.5], crown: 0.95 },
  pine: { name: 'Pinus sylvestris (grove den)', height: [9, 14], crown: 0.42 },
  spruce: { name: 'Picea abies (fijnspar)', height: [8, 15], crown: 0.4 },
} as const satisfies Record<string, Species>;

export type SpeciesName = keyof typeof species;
export const speciesOf = (name: SpeciesName): Species => species[name];
