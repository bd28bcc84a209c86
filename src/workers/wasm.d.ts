/** WebAssembly compiled from AssemblyScript, base64: `vite.config.ts` makes it. */
declare module '*.ts?wasm' {
  const base64: string;
  // biome-ignore lint/style/noDefaultExport: what a module of one value gives.
  export default base64;
}
