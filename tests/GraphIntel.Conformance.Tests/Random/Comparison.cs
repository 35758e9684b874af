using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Two responses that differ.</summary>
/// <param name="Kind">What sort of difference, so that a smaller case can be told to show the same.</param>
/// <param name="Server">The server's response.</param>
/// <param name="Oracle">The oracle's.</param>
internal sealed record Disagreement(string Kind, string Server, string Oracle);

/// <summary>A cursor of a response.</summary>
/// <param name="Field">The name of the connection's field.</param>
/// <param name="Holes">The variables among its arguments.</param>
/// <param name="Text">The cursor.</param>
internal sealed record FoundCursor(string Field, IReadOnlyList<string> Holes, string Text);

/// <summary>One graph in a store and in the oracle, asked the same operations.</summary>
internal sealed class Comparison : IAsyncDisposable
{
    private const string Thrown = "thrown ";
    private const string SearchLimit = "searches, paths and neighborhoods: split the operation.";
    private const string StoreMemory = "bytes of the store's memory";

    private readonly IGraphStore _store;
    private readonly EngineOptions _options;
    private readonly GraphEngine _engine;
    private readonly MemoryGraph _graph;
    private readonly CursorBook _book;

    private Comparison(IGraphStore store, GraphSchema schema, GraphText graph, CursorBook book)
    {
        _store = store;
        _book = book;
        _options = new EngineOptions
        {
            Limits = new OperationLimits { Items = long.MaxValue, PlanSize = long.MaxValue, FilterDepth = int.MaxValue, Cost = long.MaxValue },
            // A first query waits for the store to plan it, on a machine that does much else meanwhile.
            Timeout = TimeSpan.FromMinutes(2),
            // Half of the graphs: these are too small for a choice.
            ForcesStarts = graph.ToBatch().Nodes.Sum(rows => rows.Rows.Count) % 2 == 0,
        };
        _engine = new GraphEngine(schema, store, _options);
        _graph = new MemoryGraph(graph.Model, graph.ToBatch());
    }

    /// <summary>Writes a graph into a new store. A cursor means the same to every store, so that a book can be shared.</summary>
    public static async Task<Comparison> OpenAsync(
        IStoreSource source, GraphSchema schema, GraphText graph, CursorBook book, CancellationToken cancellation)
    {
        var store = await source.NewAsync(graph.Model, cancellation);
        try
        {
            if (graph.Earlier is not null)
                await store.WriteAsync(graph.Earlier.ToBatch(), cancellation);
            await store.WriteAsync(graph.ToBatch(), cancellation);
            return new Comparison(store, schema, graph, book);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Sends an operation; where its responses give cursors for its holes, sends it again with one of them in each.
    /// </summary>
    public async Task<(Disagreement? Disagreement, string Document, string Variables, int Asked)> QueryAsync(
        Operation operation, Dice dice, CancellationToken cancellation)
    {
        var (disagreement, cursors) = await QueryOnceAsync(operation.Document, operation.Variables, cancellation);
        if (disagreement is not null || operation.CursorHoles.Count == 0)
            return (disagreement, operation.Document, operation.Variables, 1);
        var (document, given) = (operation.Document, new List<string>());
        foreach (var hole in operation.CursorHoles)
        {
            // A cursor from the same field elsewhere, of a place that the list need not have; or one from anywhere. The oracle
            // sees one of another order only where data reach it, which is sure where they did and no other cursor changes.
            var names = cursors.Where(cursor => cursor.Holes.Contains(hole)).Select(cursor => cursor.Field).Distinct().ToList();
            var others = operation.MayBeRefused && operation.CursorHoles.Count == 1 && names.Count > 0 && dice.Chance(20);
            var texts = cursors.Where(cursor => others ? names.Contains(cursor.Field) || dice.Chance(5) : cursor.Holes.Contains(hole))
                .Select(cursor => cursor.Text).ToList();
            if (texts.Count == 0)
                continue;
            var text = $"\"{dice.Pick(texts)}\"";
            if (dice.Chance(25))
                document = Inlined(document, hole, text);
            else
                given.Add($"\"{hole}\":{text}");
        }
        if (given.Count == 0 && document == operation.Document)
            return (null, document, operation.Variables, 1);
        if (operation.Variables.Length > 2)
            given.Add(operation.Variables[1..^1]);
        var variables = $"{{{string.Join(",", given)}}}";
        (disagreement, _) = await QueryOnceAsync(document, variables, cancellation);
        return (disagreement, document, variables, 2);
    }

    // The document with a text in the places of a variable.
    private static string Inlined(string document, string variable, string text)
    {
        var without = Regex.Replace(document, $@"\${variable}: String(, )?", "").Replace(", )", ")", StringComparison.Ordinal);
        return Regex.Replace(without, $@"\${variable}\b", text).Replace("query()", "query", StringComparison.Ordinal);
    }

    /// <summary>Sends an operation once, and notes the cursors of the response.</summary>
    public async Task<(Disagreement? Disagreement, List<FoundCursor> Cursors)> QueryOnceAsync(
        string document, string variables, CancellationToken cancellation)
    {
        var (outcome, server) = await AnswerAsync(document, variables, cancellation);
        var oracle = NaiveInterpreter.Execute(_graph, document, variables, _book);
        if (oracle.Data is null)
        {
            var isRefused = outcome == GraphOutcome.Refused && server.StartsWith("{\"errors\":", StringComparison.Ordinal)
                && !server.Contains("\"data\":", StringComparison.Ordinal);
            return (isRefused ? null : new Disagreement("not refused", server, oracle.Refusal!), []);
        }
        // The oracle searches as often as it is asked to.
        if (server.Contains(SearchLimit, StringComparison.Ordinal))
            return (null, []);
        // Groups of paths of many nodes; the oracle has all the memory that it needs.
        if (server.Contains(StoreMemory, StringComparison.Ordinal) && server.EndsWith("\"data\":null}", StringComparison.Ordinal))
            return (null, []);
        var (data, errors) = Split(server);
        var expected = $"{{\"data\":{oracle.Data}}}";
        // A timeline by day inside another has up to a million periods. Placeholders are shorter than cursors.
        if (Encoding.UTF8.GetByteCount(expected) > _options.MaxResponseBytes)
        {
            var isLimited = server.Contains($"\"code\":\"{ErrorCodes.LimitExceeded}\"", StringComparison.Ordinal)
                && server.EndsWith("\"data\":null}", StringComparison.Ordinal);
            return (isLimited ? null : new Disagreement("not limited", server, expected), []);
        }
        var texts = Match(expected, data);
        if (texts is null)
            return (new Disagreement(Classify(server), server, expected), []);
        if (!Agree(oracle.Errors, errors))
            return (new Disagreement("errors of fields", server, string.Join('\n', oracle.Errors)), []);
        var cursors = new List<FoundCursor>();
        foreach (var (cursor, text) in oracle.Cursors.Zip(texts))
        {
            _book.Add(text, cursor.Place);
            var holes = cursor.Field.Arguments?.Items.Select(argument => argument.Value).OfType<GraphQLVariable>() ?? [];
            cursors.Add(new FoundCursor(cursor.Field.Name.StringValue, [.. holes.Select(hole => hole.Name.StringValue)], text));
        }
        return (null, cursors);
    }

    /// <summary>The server's response.</summary>
    public async Task<(GraphOutcome Outcome, string Text)> AnswerAsync(
        string document, string variables, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(variables);
        var request = new GraphRequest(Encoding.UTF8.GetBytes(document), null, json.RootElement);
        try
        {
            using var response = await _engine.ExecuteAsync(request, cancellation);
            return (response.Outcome, Encoding.UTF8.GetString(response.Body.Span));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (GraphOutcome.Executed, $"{Thrown}{error.GetType().Name}: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _store.DisposeAsync();

    // The response without the errors of its fields, and those; a response of another kind as it is.
    private static (string Data, List<FieldError> Errors) Split(string server)
    {
        if (!server.StartsWith("{\"errors\":", StringComparison.Ordinal))
            return (server, []);
        using var json = JsonDocument.Parse(server);
        if (!json.RootElement.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return (server, []);
        var errors = json.RootElement.GetProperty("errors").EnumerateArray().Select(error => new FieldError(
            error.GetProperty("extensions").GetProperty("code").GetString()!,
            error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray()) : ""));
        return ($"{{\"data\":{data.GetRawText()}}}", [.. errors]);
    }

    // Errors have no order. Where there are many, the server shows some, and says so.
    private static bool Agree(IReadOnlyList<FieldError> oracle, List<FieldError> server)
    {
        if (oracle.Count <= ErrorWriter.MaxShown)
            return oracle.Count == server.Count && oracle.ToHashSet().SetEquals(server);
        return server.Count == ErrorWriter.MaxErrors
            && server[^1].Code == ErrorCodes.MoreErrors
            && server.SkipLast(1).Distinct().Count(oracle.Contains) == ErrorWriter.MaxShown;
    }

    // The first words of an error's message; of data, nothing.
    private static string Classify(string server)
    {
        if (server.StartsWith(Thrown, StringComparison.Ordinal))
            return server;
        if (!server.StartsWith("{\"errors\":", StringComparison.Ordinal))
            return "data";
        var message = JsonDocument.Parse(server).RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!;
        return "error " + string.Join(' ', message.Split(' ').Take(3));
    }

    // The texts that stand where the oracle has a cursor; null where anything else differs.
    private static List<string>? Match(string oracle, string server)
    {
        var texts = new List<string>();
        var at = 0;
        var parts = oracle.Split(Cursor.Placeholder);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                var end = at < server.Length && server[at] == '"' ? server.IndexOf('"', at + 1) : -1;
                if (end < 0)
                    return null;
                texts.Add(server[(at + 1)..end]);
                at = end + 1;
            }
            if (string.CompareOrdinal(server, at, parts[i], 0, parts[i].Length) != 0)
                return null;
            at += parts[i].Length;
        }
        return at == server.Length ? texts : null;
    }
}
