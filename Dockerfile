# The server with its pages. Built by `docker compose up`, or: docker build --tag graphintel .

FROM node:20.20.2-bookworm-slim AS page
WORKDIR /build/src/GraphIntel.Web
COPY src/GraphIntel.Web/ ./
RUN node build.mjs ../../web

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
WORKDIR /build
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY seed/ seed/
COPY src/ src/
COPY --from=page /build/web/ src/GraphIntel.Server/wwwroot/web/
# Analyzers have their say in CI.
RUN dotnet publish src/GraphIntel.Server --configuration Release --output ../app -p:BuildWebPage=false -p:RestoreLockedMode=true -p:RunAnalyzers=false

# No shell and no package manager; its user is not root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble-chiseled
WORKDIR /app
COPY --from=build /app/ ./
# The file system is read-only where compose runs it, and diagnostics would write sockets.
ENV DOTNET_EnableDiagnostics=0 \
    GRAPHINTEL_URLS=http://+:8080
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "graphintel.dll"]
