using System.Text.Json;
using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphQL;
using GraphQL.Types;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Walks a store's pages to the end by its own cursors, over graphs made at random.</summary>
internal sealed class PageWalks(IStoreSource source, ITestOutputHelper output)
{
    private const int WalksPerGraph = 5;

    /// <summary>A tenth of the operations of a run.</summary>
    public Task OverTheDomainAsync(int operations) => WalkAsync(2_000_001, operations / 10, _ => ReadModel.Domain);

    /// <summary>A tenth of the operations of a run.</summary>
    public Task OverRandomModelsAsync(int operations) => WalkAsync(3_000_001, operations / 10, ReadModel.Random);

    private async Task WalkAsync(int start, int operations, Func<Dice, ReadModel> read)
    {
        var cancellation = TestContext.Current.CancellationToken;
        output.WriteLine($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}");
        var (number, asked) = (start, 0);
        for (; asked < operations; number++)
        {
            var dice = Dice.Of(RandomRun.Seed, number);
            var model = read(dice);
            var graph = RandomGraph.Make(dice, model.Model, dice.Int(3, 9));
            var book = new CursorBook();
            await using var comparison = await Comparison.OpenAsync(source, model.Schema, graph, book, cancellation);
            for (var i = 0; i < WalksPerGraph; i++)
            {
                var walk = new Walk(comparison, Documents.Write(dice, model, graph), dice, cancellation);
                await walk.RunAsync();
                asked += walk.Asked;
                if (walk.Disagreement is null)
                    continue;
                var shrinking = new Shrinking(source, model, book, walk.Disagreement, cancellation);
                var failure = await shrinking.ShrinkAsync(graph, walk.Document, walk.Variables);
                Assert.Fail($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}, graph {number}, walk {i}: {failure}");
            }
        }
        output.WriteLine($"{asked} operations over {number - start} graphs");
    }

    /// <summary>
    /// A connection to walk: its document with the variables beside those of the page, and one of the same in another order.
    /// </summary>
    private sealed record Documents(string Document, string Reordered, string Variables)
    {
        public static Documents Write(Dice dice, ReadModel model, GraphText graph)
        {
            var inputs = new RandomInputs(dice, graph, hasErrors: false);
            var facts = graph.Facts.Where(fact => Connections(model, fact).Count > 0).ToList();
            var fact = facts.Count == 0 || dice.Chance(30) ? null : dice.Pick(facts);
            var fields = fact is null ? Connections(model.Schema.Query!) : Connections(model, fact);
            var field = dice.Pick(fields);
            var arguments = inputs.ArgumentsBesidePage(field.Arguments!).Trim('(', ')');
            var connection = (IComplexGraphType)field.ResolvedType!.GetNamedType();
            var edge = (IComplexGraphType)connection.Fields.Find("edges")!.ResolvedType!.GetNamedType();
            string Shown(string name, string text) => edge.Fields.Find(name) is null ? "" : text;
            // Of the whole connection, whatever the page.
            var aggregate = connection.Fields.Find("aggregate") is null ? "" : " aggregate { count }";
            var selection =
                $"edges {{ cursor node {{ id }} {Shown("depth", "depth ")}{Shown("fact", "fact { id } ")}}} "
                + "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount" + aggregate;
            string Text(string beside, string definitions)
            {
                const string page = "first: $first, after: $after, last: $last, before: $before";
                const string pageVariables = "$first: Int, $after: String, $last: Int, $before: String";
                var list = $"list: {field.Name}({page} {beside}) {{ {selection} }}";
                var whole = fact is null
                    ? list
                    : $"node(id: {InputText.Text(fact.Id).Literal}) {{ ... on {fact.Type.Name} {{ {list} }} }}";
                return $"query({pageVariables} {definitions}) {{ {whole} }}";
            }
            var reordered = Text($"order: {inputs.BareOrder(field.Arguments!)}", "");
            return new Documents(Text(arguments, inputs.DefinitionList), reordered, inputs.Variables);
        }

        private static List<FieldType> Connections(ReadModel model, GraphText.Fact fact) =>
            Connections((IComplexGraphType)model.Schema.AllTypes[fact.Type.Name]!);

        private static List<FieldType> Connections(IComplexGraphType type) =>
            [.. type.Fields.Where(field => field.Arguments?.Find("after") is not null)];
    }

    private sealed class Walk(Comparison comparison, Documents documents, Dice dice, CancellationToken cancellation)
    {
        public string Document { get; private set; } = documents.Document;

        public string Variables { get; private set; } = documents.Variables;

        public Disagreement? Disagreement { get; private set; }

        public int Asked { get; private set; }

        public async Task RunAsync()
        {
            if (await QueryAsync("first", 500, null, null) is not { } whole)
                return;
            var edges = Edges(whole);
            var size = dice.Int(1, 3);
            var forward = new List<string>();
            for (string? cursor = null; ;)
            {
                if (await QueryAsync("first", size, "after", cursor) is not { } page)
                    return;
                forward.AddRange(Edges(page));
                if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                    break;
                cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }
            Assert.Equal(edges, forward);
            var backward = new List<string>();
            for (string? cursor = null; ;)
            {
                if (await QueryAsync("last", size, "before", cursor) is not { } page)
                    return;
                backward.InsertRange(0, Edges(page));
                if (!page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean())
                    break;
                cursor = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
            }
            Assert.Equal(edges, backward);
            // A cursor in another order is refused, and in the same one said otherwise it is not.
            Document = documents.Reordered;
            var start = whole.GetProperty("pageInfo").GetProperty("startCursor").GetString();
            if (start is not null)
                await QueryAsync("first", size, "after", start);
        }

        // The connection of a response on which both agree; null where they do not, or where it was refused.
        private async Task<JsonElement?> QueryAsync(string sizeName, int size, string? cursorName, string? cursor)
        {
            Asked++;
            var beside = Document == documents.Document ? documents.Variables[1..^1] : "";
            List<string> values = [$"\"{sizeName}\":{size}"];
            if (cursor is not null)
                values.Add($"\"{cursorName}\":\"{cursor}\"");
            if (beside.Length > 0)
                values.Add(beside);
            Variables = $"{{{string.Join(",", values)}}}";
            (Disagreement, _) = await comparison.QueryOnceAsync(Document, Variables, cancellation);
            if (Disagreement is not null)
                return null;
            var (_, text) = await comparison.AnswerAsync(Document, Variables, cancellation);
            if (!JsonDocument.Parse(text).RootElement.TryGetProperty("data", out var data))
                return null;
            return data.TryGetProperty("node", out var node) ? node.GetProperty("list") : data.GetProperty("list");
        }

        private static List<string> Edges(JsonElement connection) =>
            [.. connection.GetProperty("edges").EnumerateArray().Select(edge => edge.GetRawText())];
    }
}
