// The page's entry: puts the app into #root.
import { ConfigProvider, Typography } from "antd";
import zhCN from "antd/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} button={{ autoInsertSpace: false }} theme={{ token: { colorPrimary: "#1f4e8c" } }}>
      <Typography.Title level={1}>白皮书督办</Typography.Title>
    </ConfigProvider>
  </StrictMode>,
);
