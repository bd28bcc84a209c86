/** The register's sixteen digits, so that "NL.IMBAG.Pand.0503100000012345" and "0503100000012345" are one. */
export const registerNumber = (id: string) => /(\d{16})$/.exec(id)?.[1] ?? id;
