using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The table and the numbers of the explorer.</summary>
public sealed class ExplorerViewTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_table_is_sorted_and_filtered_by_the_server()
    {
        await using var explorer = await OpenAsync("#view=table");
        var data = await explorer.AskAsync(
            """
            {
              first: events(first: 1, order: [{title: ASC}]) { totalCount nodes { title } }
              last: events(first: 1, order: [{title: DESC}]) { nodes { title } }
              battles: events(where: {kind: {eq: BATTLE}}) { totalCount }
              found: events(where: {kind: {eq: BATTLE}, search: "maskanah"}) { totalCount }
              controls { totalCount }
            }
            """);
        var rows = explorer.Page.GetByRole(AriaRole.Row);
        await RowsAsync(explorer, Total(data, "first"));
        await explorer.AssertAccessibleAsync();
        var title = explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true });
        await title.ClickAsync();
        await Expect(rows.Nth(1)).ToContainTextAsync(Title(data, "first"));
        await title.ClickAsync();
        await Expect(rows.Nth(1)).ToContainTextAsync(Title(data, "last"));
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(rows.Nth(1)).ToContainTextAsync(Title(data, "first"));
        await explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Kind", Exact = true }).SelectOptionAsync("BATTLE");
        await RowsAsync(explorer, Total(data, "battles"));
        var words = explorer.Page.GetByRole(AriaRole.Searchbox);
        await words.FillAsync("maskanah");
        await RowsAsync(explorer, Total(data, "found"));
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await RowsAsync(explorer, Total(data, "battles"));
        await Expect(words).ToHaveValueAsync("");

        await rows.Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(explorer.Details).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Rows of" }).SelectOptionAsync("controls");
        // An event is in the graph, and nobody who controls anything.
        await Expect(explorer.Page.GetByText("Nothing matches")).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();
        await explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Scope" }).SelectOptionAsync("all");
        await Expect(rows.First).ToContainTextAsync("Attested from");
        await RowsAsync(explorer, Total(data, "controls"));
        Assert.Empty(explorer.Complaints);
    }

    [Theory]
    [InlineData("backings")]
    [InlineData("participations")]
    [InlineData("claims")]
    public async Task Relationships_and_claims_have_tables_too(string list)
    {
        await using var explorer = await OpenAsync($"#view=table&list={list}");
        await RowsAsync(explorer, (await explorer.AskAsync($"{{ {list} {{ totalCount }} }}")).GetProperty(list).GetProperty("totalCount").GetInt32());
        await explorer.Page.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(explorer.Details).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_server_and_narrow_the_scope()
    {
        await using var explorer = await OpenAsync("#view=numbers");
        var data = await explorer.AskAsync(
            """
            {
              all: events { aggregate { groups { participants(first: 1) { node { id name } count } kind(first: 1) { key count } } } }
            }
            """);
        var groups = data.GetProperty("all").GetProperty("aggregate").GetProperty("groups");
        var (actor, kind) = (groups.GetProperty("participants")[0], groups.GetProperty("kind")[0]);
        var name = actor.GetProperty("node").GetProperty("name").GetString()!;
        var id = actor.GetProperty("node").GetProperty("id").GetString()!;
        await explorer.AssertAccessibleAsync();

        await BarAsync(explorer, name, actor).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex($"only=participants:{Regex.Escape(id)}"));
        await CountedAsync(explorer, actor.GetProperty("count").GetInt32());
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = $"Participants: {name} remove" }).ClickAsync();
        await BarAsync(explorer, Words(kind.GetProperty("key")), kind).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("only=kind:" + kind.GetProperty("key").GetString()));
        await CountedAsync(explorer, kind.GetProperty("count").GetInt32());

        await explorer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Jun 2017: [1-9]") }).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("from=2017-06-01&until=2017-07-01"));
        var both = await explorer.AskAsync(
            "{ events(where: {kind: {eq: " + kind.GetProperty("key").GetString() + "}, start: {possibly: {gte: \"2017-06-01\", lt: \"2017-07-01\"}}}) { totalCount } }");
        await CountedAsync(explorer, Total(both, "events"));
        await explorer.AssertAccessibleAsync();

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = $"Add {name} to the graph" }).ClickAsync();
        await Expect(explorer.Details.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_numbers_of_what_is_in_the_graph_have_all_their_charts()
    {
        await using var explorer = await OpenAsync("#view=numbers&n=place:maskanah&n=actor:islamic-state&n=event:maskanah-captured&day=2017-06-04");
        await Expect(explorer.Page.Locator(".chart").Filter(new() { HasText = "Participants" })).ToContainTextAsync("Islamic State");
        await Expect(explorer.Page.GetByText("units of planning")).ToHaveCountAsync(0);
        Assert.Empty(explorer.Complaints);
    }

    private static int Total(JsonElement data, string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();

    private static string Title(JsonElement data, string list) => data.GetProperty(list).GetProperty("nodes")[0].GetProperty("title").GetString()!;

    private static string Words(JsonElement key) => key.GetString()!.Replace('_', ' ').ToLowerInvariant();

    private static ILocator BarAsync(ExplorerPage explorer, string name, JsonElement group) =>
        explorer.Page.GetByRole(AriaRole.Button, new() { Name = $"{name} {group.GetProperty("count").GetInt32():#,0}", Exact = true });

    /// <summary>Waits until the table has a number of rows; the head is one more.</summary>
    private static Task RowsAsync(ExplorerPage explorer, int rows) =>
        Expect(explorer.Page.GetByRole(AriaRole.Table)).ToHaveAttributeAsync("aria-rowcount", $"{rows + 1}");

    private static Task CountedAsync(ExplorerPage explorer, int events) =>
        Expect(explorer.Page.Locator(".scope-bar [role=status]")).ToHaveTextAsync(events == 1 ? "1 event" : $"{events:#,0} events");

    private Task<ExplorerPage> OpenAsync(string fragment) => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
