# The bot with its reports. Build: docker build -t zhibao .   Run: see docs/deploy.md.

# hnswlib-node is compiled when it is installed; the compiler stays in this stage.
FROM node:20-bookworm-slim AS packages
RUN apt-get update \
 && apt-get install -y --no-install-recommends build-essential python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
# /data is the one place that is written to: the library, which can be built again, and chats.sqlite, which cannot.
ENV NODE_ENV=production \
    REPORTS_DIR=/app/data/reports \
    LIBRARY_DIR=/data/library \
    PORT=8080
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY data data
COPY src src
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
# The first start builds the library.
HEALTHCHECK --interval=30s --timeout=5s --start-period=2m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, without npm in between, so that SIGTERM reaches the bot.
CMD ["node", "--import", "tsx", "src/main.ts"]
