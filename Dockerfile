# vtl alone, small and without root:  docker build -t vtl .  then  docker run --rm -v "$PWD:/project:ro" vtl lint --prove
FROM node:20-bookworm-slim AS build
WORKDIR /source
COPY . .
RUN npm ci --no-audit --no-fund && npm pack --silent --workspace packages/cli --pack-destination /tmp

FROM node:20-alpine
COPY --from=build /tmp/apigw-vtl-cli-*.tgz /tmp/vtl.tgz
RUN npm install --global --no-audit --no-fund /tmp/vtl.tgz && rm /tmp/vtl.tgz && npm cache clean --force
USER node
WORKDIR /project
ENTRYPOINT ["vtl"]
CMD ["--help"]
