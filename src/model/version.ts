/** Of this software; written into files that it makes. The same as in `package.json`. */
export const softwareVersion = '0.1.0';
