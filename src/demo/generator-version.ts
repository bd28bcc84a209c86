/** Changes whenever the same seed gives other files: what was made from older sources is then made again. */
export const generatorVersion = 16;
