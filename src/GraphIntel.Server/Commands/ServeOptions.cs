using System.CommandLine;
using System.Globalization;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>The options of <c>serve</c>.</summary>
internal sealed class ServeOptions(CommonOptions common)
{
    private const double LongestTimeout = 3600;

    private readonly Option<IReadOnlyList<string>> _urls = Setting.Make<IReadOnlyList<string>>(
        "--urls",
        "URLS",
        "Addresses to listen at, separated by semicolons; port 0 takes a free one.",
        ListenAddress.ParseList,
        ["http://localhost:5080"]);

    private readonly Option<SeedSource?> _seed = Setting.Make<SeedSource?>(
        "--seed",
        "DIR|default|none",
        "What an empty store is filled with: a folder of CSV files, the facts that come with the server, or nothing. " +
        "[default: default; none with --model or --store neo4j]",
        SeedSource.Parse,
        null);

    private readonly Option<double> _timeout = Setting.Make(
        "--timeout", "SECONDS", "How long one operation may take.", ParseTimeout, 30);

    private readonly Option<LogFormat?> _logFormat = Setting.Make(
        "--log-format", "text|json", "How log lines are written. [default: text]", ParseLogFormat, null);

    private readonly Option<IReadOnlyList<string>> _cors = Setting.Make<IReadOnlyList<string>>(
        "--cors",
        "ORIGIN",
        "An origin whose pages may ask from a browser, such as https://example.org; * for any. Can be given several times. " +
        "Without it none but the server's own may.",
        CorsOrigin.ParseList,
        [],
        isList: true);

    private readonly Option<string?> _trusted = Setting.Make<string?>(
        "--trusted-documents",
        "DIR",
        "A folder of documents that clients ask by their SHA-256: *.graphql files and *.json manifests of hash and text.",
        text => text,
        null);

    private readonly Option<bool> _trustedOnly = Setting.MakeFlag(
        "--trusted-documents-only", "Answer no other documents than those, introspection neither.");

    private readonly LimitOptions _limits = new();

    // A test host (WebApplicationFactory) passes these to the program it starts.
    private readonly IReadOnlyList<Option<string?>> _host =
        [.. new[] { "--environment", "--contentRoot", "--applicationName" }.Select(name => new Option<string?>(name) { Hidden = true })];

    /// <summary>Makes the options known to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] visible = [_urls, common.Store, common.NoSchema, common.Model, _seed, _timeout, _logFormat, _cors, _trusted, _trustedOnly];
        foreach (var option in visible.Concat(_limits.All).Concat(_host))
            command.Add(option);
    }

    /// <summary>What the command line and the environment say.</summary>
    public ServeSettings Read(ParseResult result)
    {
        var model = result.GetValue(common.Model);
        var store = result.GetRequiredValue(common.Store);
        return new ServeSettings
        {
            Urls = result.GetRequiredValue(_urls),
            Store = store,
            IsWithoutSchema = result.GetValue(common.NoSchema),
            Model = model,
            Seed = result.GetValue(_seed) ?? (model is null && !store.IsServer ? SeedSource.Bundled : SeedSource.None),
            Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)),
            LogFormat = result.GetValue(_logFormat) ?? LogFormat.Text,
            CorsOrigins = result.GetRequiredValue(_cors),
            TrustedDocuments = result.GetValue(_trusted),
            IsTrustedOnly = result.GetValue(_trustedOnly),
            Engine = _limits.ReadEngine(result),
            Transport = _limits.ReadTransport(result),
            HostArguments =
            [
                .. _host.Select(option => (option.Name, Value: result.GetValue(option)))
                    .Where(given => given.Value is not null).Select(given => $"{given.Name}={given.Value}"),
            ],
        };
    }

    private static double ParseTimeout(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= LongestTimeout
            ? seconds
            : throw new FormatException($"`{text}` is not a number of seconds above 0 and up to {LongestTimeout}.");

    private static LogFormat? ParseLogFormat(string text) => text switch
    {
        "text" => LogFormat.Text,
        "json" => LogFormat.Json,
        _ => throw new FormatException($"a log is written as `text` or `json`, not `{text}`."),
    };
}
