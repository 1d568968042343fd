// Installs the invented back end, then starts the real screens.
import { mockIPC } from "@tauri-apps/api/mocks";
import { createBackend, type Scene } from "./backend";

const scenes: readonly Scene[] = ["sample", "first", "empty", "ask", "department", "idle", "locked"];
const asked = new URLSearchParams(window.location.search).get("scene");
const backend = createBackend(scenes.find((scene) => scene === asked) ?? "sample");

mockIPC((command, payload) => backend(command, payload), { shouldMockEvents: true });
await import("../../src/main");
