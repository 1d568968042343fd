// How the screens are built: one local bundle, nothing fetched at run time, pdf.js' own files copied beside it.
import { cpSync, rmSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vitest/config";

/** The folders that pdf.js reads while it draws; served from /pdfjs/ because the window reaches no host. */
const PDFJS_FOLDERS = ["cmaps", "standard_fonts", "wasm"];

function pdfjsFiles(): Plugin {
  return {
    name: "baipishu:pdfjs-files",
    buildStart() {
      rmSync("public/pdfjs", { recursive: true, force: true });
      for (const folder of PDFJS_FOLDERS) {
        cpSync(`node_modules/pdfjs-dist/${folder}`, `public/pdfjs/${folder}`, { recursive: true });
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), ...(process.env["VITEST"] ? [] : [pdfjsFiles()])],
  clearScreen: false,
  // The tests read the shared white paper beside ui/.
  server: { port: 1420, strictPort: true, fs: { allow: [".", "../seeds"] } },
  build: {
    // WebKitGTK 2.40 (Debian 12, Ubuntu 22.04 with updates) and WebView2 both know this.
    target: "safari16",
    chunkSizeWarningLimit: 2000,
    sourcemap: false,
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], passWithNoTests: true },
});
