// The kit's theme, set once from ui.md's table; tokens.css holds the same values for our own rules.
// Left to others: words and dates of the kit (locale.ts).
import type { ThemeConfig } from "antd";

export const COLOURS = {
  ink: "#1f2329",
  secondary: "#5f6670",
  faint: "#8f959e",
  canvas: "#f4f5f7",
  surface: "#ffffff",
  rule: "#dfe2e6",
  primary: "#1f4e8c",
  done: "#2f7d4f",
  slow: "#b7791f",
  late: "#b3261e",
} as const;

const FONT = '"Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.primary,
    colorLink: COLOURS.primary,
    colorInfo: COLOURS.primary,
    colorSuccess: COLOURS.done,
    colorWarning: COLOURS.slow,
    colorError: COLOURS.late,
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.secondary,
    colorTextTertiary: COLOURS.secondary,
    colorTextPlaceholder: COLOURS.faint,
    // What may not be changed must still be read.
    colorTextDisabled: COLOURS.secondary,
    colorBgLayout: COLOURS.canvas,
    colorBgContainer: COLOURS.surface,
    colorBorder: "#c9cdd3",
    colorBorderSecondary: COLOURS.rule,
    fontFamily: FONT,
    fontSize: 14,
    lineHeight: 1.55,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 3,
    controlHeight: 30,
    controlHeightSM: 24,
    controlHeightLG: 36,
    controlOutlineWidth: 2,
    controlOutline: "rgba(31, 78, 140, 0.16)",
    motionDurationFast: "0.06s",
    motionDurationMid: "0.1s",
    motionDurationSlow: "0.12s",
    wireframe: false,
    colorBgMask: "rgba(31, 35, 41, 0.32)",
    boxShadow: "0 4px 16px rgba(31, 35, 41, 0.14)",
    boxShadowSecondary: "0 4px 16px rgba(31, 35, 41, 0.14)",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 400, paddingInline: 14 },
    Input: { paddingInline: 9, activeShadow: "0 0 0 2px rgba(31, 78, 140, 0.16)" },
    Select: { optionSelectedBg: "#eef3f9", optionSelectedFontWeight: 500, optionPadding: "4px 10px" },
    Modal: { titleFontSize: 16 },
  },
};
