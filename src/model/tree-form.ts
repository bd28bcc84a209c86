/** Forms of crowns by the shape of tree that the tiles name: height of the widest point and half the crown's height, as shares of the tree's. */
export const treeForms = {
  broad: { middle: 0.62, halfHeight: 0.38 },
  spreading: { middle: 0.62, halfHeight: 0.37 },
  oval: { middle: 0.58, halfHeight: 0.42 },
  columnar: { middle: 0.54, halfHeight: 0.46 },
  pollard: { middle: 0.64, halfHeight: 0.38 },
  conifer: { middle: 0.5, halfHeight: 0.5 },
  ornamental: { middle: 0.6, halfHeight: 0.4 },
  blossoming: { middle: 0.6, halfHeight: 0.4 },
} as const;
