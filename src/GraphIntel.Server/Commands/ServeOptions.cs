using System.CommandLine;
using System.Globalization;
using System.Net;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Commands;

/// <summary>The options of <c>serve</c>.</summary>
internal sealed class ServeOptions(CommonOptions common)
{
    private const double MaxTimeout = 3600;

    private readonly Option<IReadOnlyList<string>> _urls = EnvironmentOption.Create<IReadOnlyList<string>>(
        "--urls",
        "URLS",
        "Addresses to listen on, separated by semicolons; port 0 selects a free port.",
        ListenAddress.ParseList,
        ["http://localhost:5080"]);

    private readonly Option<SeedSource?> _seed = EnvironmentOption.Create<SeedSource?>(
        "--seed",
        "DIR|default|none",
        "The data imported into an empty store: a folder of CSV files, the seed data included with the server, or nothing. " +
        "[default: default; none with --model or --store neo4j]",
        SeedSource.Parse,
        null);

    private readonly Option<double> _timeout = EnvironmentOption.Create(
        "--timeout", "SECONDS", "Timeout of a request, in seconds, from its first byte to the last byte of its response.", ParseTimeout, 30);

    private readonly Option<double> _exportTimeout = EnvironmentOption.Create(
        "--export-timeout",
        "SECONDS",
        "Timeout of an export as CSV or GeoJSON, in seconds, to the last byte of its response; --timeout limits each page that it reads.",
        ParseTimeout,
        new EngineOptions().ExportTimeout.TotalSeconds);

    private readonly Option<LogFormat?> _logFormat = EnvironmentOption.Create(
        "--log-format", "text|json", "The format of log lines: plain text, or one JSON object per line. [default: text]", ParseLogFormat, null);

    private readonly Option<IReadOnlyList<string>> _cors = EnvironmentOption.Create<IReadOnlyList<string>>(
        "--cors",
        "ORIGIN",
        "An origin that may send cross-origin requests from a browser, such as https://example.org; * for any. Can be repeated. " +
        "By default, cross-origin requests are not allowed.",
        CorsOrigin.ParseList,
        [],
        isList: true);

    private readonly Option<IReadOnlyList<string>> _allowedHosts = EnvironmentOption.Create(
        "--allowed-hosts",
        "HOSTS",
        "Host names allowed in the Host header, separated by semicolons, such as graph.example.org or *.example.org; * for any. " +
        "localhost, IP addresses and the names in --urls are always allowed. Can be repeated.",
        AllowedHosts.ParseList,
        [],
        isList: true);

    private readonly Option<IReadOnlyList<IPNetwork>> _trustedProxies = EnvironmentOption.Create(
        "--trusted-proxies",
        "ADDRESSES",
        "Addresses or networks (such as 10.0.0.0/8) of proxies whose X-Forwarded-For header identifies the client, separated by " +
        "semicolons. Can be repeated.",
        TrustedProxies.ParseList,
        [],
        isList: true);

    private readonly Option<string?> _trusted = EnvironmentOption.Create<string?>(
        "--trusted-documents",
        "DIR",
        "A folder of trusted documents (persisted queries), which clients identify by SHA-256 hash: *.graphql files, and *.json " +
        "manifests that map hashes to documents.",
        text => text,
        null);

    private readonly Option<bool> _trustedOnly = EnvironmentOption.CreateFlag(
        "--trusted-documents-only", "Reject all other documents, including introspection.");

    private readonly Option<Uri?> _mapStyle = EnvironmentOption.Create<Uri?>(
        "--map-style",
        "URL",
        "The address of a MapLibre style for the explorer's map, such as https://tiles.example.org/style.json. The page may then load " +
        "from that host too. By default the map has only the ground that the page brings along.",
        ParseMapStyle,
        null);

    /// <summary>Private memory in addition to requests, responses and cached documents: of the program, of SQLite, of searches.</summary>
    private const long OtherBytes = 192 * 1024 * 1024;

    private readonly LimitOptions _limits = new();

    // A test host (WebApplicationFactory) passes these options to the program.
    private readonly IReadOnlyList<Option<string?>> _hostOptions =
        [.. new[] { "--environment", "--contentRoot", "--applicationName" }.Select(name => new Option<string?>(name) { Hidden = true })];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] visible =
        [
            _urls, common.Store, common.NoSchema, common.Model, _seed, _timeout, _exportTimeout, _logFormat, _allowedHosts, _trustedProxies, _cors, _trusted,
            _trustedOnly, _mapStyle,
        ];
        foreach (var option in visible.Concat(_limits.All).Concat(_hostOptions))
            command.Add(option);
    }

    /// <summary>The settings given on the command line and in the environment.</summary>
    public ServeSettings Read(ParseResult result)
    {
        var model = result.GetValue(common.Model);
        var store = result.GetRequiredValue(common.Store);
        var engine = _limits.ReadEngine(result);
        return new ServeSettings
        {
            Urls = result.GetRequiredValue(_urls),
            Store = store,
            NoSchema = result.GetValue(common.NoSchema),
            Model = model,
            Seed = result.GetValue(_seed) ?? (model is null && !store.IsRemote ? SeedSource.Bundled : SeedSource.None),
            Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)),
            LogFormat = result.GetValue(_logFormat) ?? LogFormat.Text,
            CorsOrigins = result.GetRequiredValue(_cors),
            TrustedDocuments = result.GetValue(_trusted),
            OnlyTrustedDocuments = result.GetValue(_trustedOnly),
            MapStyle = result.GetValue(_mapStyle),
            Engine = engine with
            {
                ExportTimeout = TimeSpan.FromSeconds(result.GetValue(_exportTimeout)),
                // A graph in memory can have any size.
                MaxOwnBytes = store.IsInMemory ? null : engine.MaxPendingBytes + engine.MaxCachedBytes + OtherBytes,
            },
            Transport = _limits.ReadTransport(result) with
            {
                AllowedHosts = result.GetRequiredValue(_allowedHosts),
                TrustedProxies = result.GetRequiredValue(_trustedProxies),
            },
            HostArguments =
            [
                .. _hostOptions.Select(option => (option.Name, Value: result.GetValue(option)))
                    .Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={pair.Value}"),
            ],
        };
    }

    private static double ParseTimeout(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= MaxTimeout
            ? seconds
            : throw new FormatException($"`{text}` is not valid: expected a number of seconds greater than 0, at most {MaxTimeout}.");

    private static Uri? ParseMapStyle(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.UserInfo.Length == 0
            ? url
            : throw new FormatException($"`{text}` is not valid: expected the http or https address of a map style, without a user name.");

    private static LogFormat? ParseLogFormat(string text) => text switch
    {
        "text" => LogFormat.Text,
        "json" => LogFormat.Json,
        _ => throw new FormatException($"`{text}` is not a log format: expected `text` or `json`."),
    };
}
