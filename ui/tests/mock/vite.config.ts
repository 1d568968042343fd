// The screens with an invented back end, for pictures and for looking at them in a browser; never part of the shipped bundle.
//   npx vite --config tests/mock/vite.config.ts        (scenes by ?scene=first|empty|ask|department|idle|locked; table.html: ten thousand rows)
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: here,
  publicDir: fileURLToPath(new URL("../../public", import.meta.url)),
  plugins: [react()],
  server: { port: 1421, fs: { allow: [fileURLToPath(new URL("../../..", import.meta.url))] } },
  build: { target: "safari16", emptyOutDir: true, chunkSizeWarningLimit: 4000 },
});
