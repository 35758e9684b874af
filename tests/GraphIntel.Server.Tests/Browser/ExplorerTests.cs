using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The explorer of the seed: what a person does there.</summary>
public sealed class ExplorerTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    private const string Town = "#n=place:maskanah&s=place:maskanah";
    private const string Backing = "#n=actor:russia&n=actor:syrian-arab-army&n=actor:united-states&n=actor:government-of-syria";

    [Fact]
    public async Task A_first_visit_offers_three_ways_in_and_each_draws_a_graph()
    {
        await using var explorer = await OpenAsync();
        var ways = explorer.Page.Locator(".way");
        await Expect(ways).ToHaveCountAsync(3);
        await explorer.AssertAccessibleAsync();
        for (var index = 0; index < 3; index++)
        {
            await ways.Nth(index).ClickAsync();
            await Expect(explorer.Canvas).ToHaveAttributeAsync("data-settled", "true");
            Assert.True(await explorer.NodesAsync() > 3);
            await explorer.Page.GoBackAsync();
            await Expect(ways).ToHaveCountAsync(3);
        }
        Assert.Empty(explorer.Complaints);
    }

    [Theory]
    [InlineData("Meskina", "Maskanah")]
    [InlineData("مسكنة", "Maskanah")]
    [InlineData("syrian dem", "Syrian Democratic Forces")]
    public async Task A_node_is_found_by_any_of_its_names_with_the_keyboard_alone(string text, string label)
    {
        await using var explorer = await OpenAsync();
        await explorer.FindAsync(text, label);
        await Expect(explorer.Details.GetByRole(AriaRole.Heading, new() { Name = label, Exact = true })).ToBeVisibleAsync();
        await explorer.ShowsAsync(1);
        await Expect(explorer.Page.GetByTestId("selection")).ToContainTextAsync("Selected " + label);
    }

    [Fact]
    public async Task What_is_not_found_says_what_to_do()
    {
        await using var explorer = await OpenAsync();
        await explorer.Page.Keyboard.PressAsync("/");
        await explorer.Page.Keyboard.TypeAsync("xyzzyqwrt");
        await Expect(explorer.Page.GetByText("Nothing has a name like")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_expands_a_node_and_moves_no_other_and_undo_and_redo_follow()
    {
        await using var explorer = await OpenAsync(Town);
        await explorer.ShowsAsync(1);
        await explorer.Canvas.FocusAsync();
        await explorer.Page.Keyboard.PressAsync("Enter");
        await Expect(explorer.Page.GetByText(new Regex("^Added"))).ToBeVisibleAsync();
        var expanded = await explorer.ChangedAsync(1);
        Assert.True(expanded > 5);
        var before = await explorer.PositionsAsync();

        await explorer.FindAsync("tabqa", "Tabqa");
        await explorer.ShowsAsync(expanded + 1);
        var after = await explorer.PositionsAsync();
        Assert.All(before, pair => Assert.Equal(pair.Value, after[pair.Key]));

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await explorer.ShowsAsync(expanded);
        await explorer.Page.GoBackAsync();
        await explorer.ShowsAsync(1);
        await explorer.Page.Keyboard.PressAsync("Control+y");
        await explorer.ShowsAsync(expanded);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await explorer.ShowsAsync(expanded + 1);
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Redo" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task The_details_count_relationships_before_they_are_loaded_and_add_those_chosen()
    {
        await using var explorer = await OpenAsync(Town);
        var count = await EventsHereAsync(explorer);
        var events = explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Events here" });
        await Expect(events.Locator(".count")).ToHaveTextAsync($"{count}");
        await Expect(events).ToContainTextAsync("2017");
        await events.GetByRole(AriaRole.Button, new() { Name = "Add events here to the graph" }).ClickAsync();
        await explorer.ShowsAsync(Math.Min(count, 50) + 1);
    }

    [Fact]
    public async Task Neighbors_are_counted_by_kind_before_any_is_loaded_and_those_chosen_are_added()
    {
        await using var explorer = await OpenAsync(Town);
        await explorer.ShowsAsync(1);
        var count = await EventsHereAsync(explorer);
        await explorer.Page.GetByLabel("Choose what to add").ClickAsync();
        var kinds = explorer.Page.GetByRole(AriaRole.Group, new() { Name = "Neighbors by kind" });
        await Expect(kinds.GetByText("Events here")).ToBeVisibleAsync();
        await Expect(kinds.Locator("label").Filter(new() { HasText = "Events here" }).Locator(".count")).ToHaveTextAsync($"{count}");
        await explorer.AssertAccessibleAsync();
        foreach (var box in await kinds.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.UncheckAsync();
        await kinds.GetByRole(AriaRole.Checkbox, new() { Name = "Events here" }).CheckAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Add [0-9]") }).ClickAsync();
        await explorer.ShowsAsync(Math.Min(count, 50) + 1);
        Assert.All((await explorer.PositionsAsync()).Keys.Where(id => id != "place:maskanah"), id => Assert.StartsWith("event:", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lies_along_a_path_is_read_when_it_is_opened_and_can_be_added()
    {
        await using var explorer = await OpenAsync("#n=place:aleppo-province&s=place:aleppo-province");
        await explorer.ShowsAsync(1);
        var events = await explorer.AskAsync("{ place(id: \"place:aleppo-province\") { events { totalCount } } }");
        var far = explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Farther away" });
        var path = far.Locator("details").Filter(new() { HasText = "Events" });
        await Expect(path.Locator(".count")).ToHaveCountAsync(0);
        await path.Locator("summary").ClickAsync();
        await Expect(path.Locator(".count")).ToHaveTextAsync($"{events.GetProperty("place").GetProperty("events").GetProperty("totalCount").GetInt32():#,0}");
        await Expect(path).ToContainTextAsync("Events at this place, in all its parts");
        await explorer.AssertAccessibleAsync();
        await path.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Add ") }).ClickAsync();
        await explorer.ShowsAsync(6);
    }

    [Fact]
    public async Task Claims_name_their_source_their_report_their_day_and_its_address()
    {
        await using var explorer = await OpenAsync("#n=actor:government-of-syria&n=place:maskanah");
        await explorer.ShowsAsync(2);
        await explorer.FindAsync("meskene", "Maskanah");
        await explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Controllers" }).GetByRole(AriaRole.Button, new() { Name = "since 4 Jun 2017" }).ClickAsync();
        await Expect(explorer.Details.GetByRole(AriaRole.Heading, new() { Name = "Government of Syria" })).ToContainTextAsync("Maskanah");
        var claims = explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Claims" });
        await Expect(claims).ToContainTextAsync("holds Maskanah from 4 June 2017");
        await Expect(claims).ToContainTextAsync("Reuters");
        await Expect(claims.GetByRole(AriaRole.Link).First).ToHaveAttributeAsync("href", new Regex("^https://"));
    }

    [Fact]
    public async Task A_link_opens_what_was_seen_in_another_browser()
    {
        await using var explorer = await OpenAsync(Town);
        await explorer.ShowsAsync(1);
        await explorer.Canvas.FocusAsync();
        await explorer.Page.Keyboard.PressAsync("Enter");
        await Expect(explorer.Page.GetByText(new Regex("^Added"))).ToBeVisibleAsync();
        var shown = await explorer.ChangedAsync(1);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Day", Exact = true }).ClickAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Show Actors" }).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("hide=Actor"));

        await using var other = await OpenAsync(new Uri(explorer.Page.Url).Fragment);
        await other.ShowsAsync(shown);
        Assert.Equal(await explorer.WithClassAsync("hidden"), await other.WithClassAsync("hidden"));
        Assert.Contains("actor:government-of-syria", await other.WithClassAsync("hidden"));
        await Expect(other.Details).ToContainTextAsync("As it was on ");
    }

    [Fact]
    public async Task An_invalid_link_opens_the_page_without_what_is_not_valid()
    {
        await using var explorer = await OpenAsync("#n=place:maskanah&n=place:no-such&day=2017-13-99&pin=a,b,place:maskanah&view=nonsense&box=1,2&s=%00&told=<script>");
        await explorer.ShowsAsync(1);
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task Two_selected_nodes_are_connected_by_paths()
    {
        await using var explorer = await OpenAsync("#n=actor:united-states&n=actor:islamic-state&s=actor:united-states&s=actor:islamic-state");
        await explorer.ShowsAsync(2);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "How are they connected?" }).ClickAsync();
        await Expect(explorer.Page.GetByText("the shortest has 3 relationships")).ToBeVisibleAsync();
        Assert.True(await explorer.ChangedAsync(2) > 4);
    }

    [Fact]
    public async Task What_is_denied_is_left_out_until_asked_for_and_looks_it()
    {
        await using var explorer = await OpenAsync(Backing);
        await explorer.ShowsAsync(4);
        Assert.Empty(await explorer.WithClassAsync("denied"));
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Show what is only denied, too" }).ClickAsync();
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Leave out what is only denied" })).ToBeVisibleAsync();
        await explorer.Page.WaitForFunctionAsync("() => document.querySelector('.graph-canvas')._cyreg.cy.elements('.denied').length === 1");
    }

    [Fact]
    public async Task The_day_is_moved_by_keyboard_and_the_graph_and_the_details_show_what_held_then()
    {
        await using var explorer = await OpenAsync("#n=place:maskanah&n=actor:islamic-state&n=actor:government-of-syria&s=place:maskanah&day=2017-06-04");
        await explorer.ShowsAsync(3);
        var controllers = explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Controllers" });
        await Expect(controllers).ToContainTextAsync("Government of Syria");
        await Expect(controllers).Not.ToContainTextAsync("Islamic State");
        await explorer.Page.GetByRole(AriaRole.Slider, new() { Name = "Day" }).FocusAsync();
        await explorer.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(controllers).ToContainTextAsync("Islamic State");
        await Expect(controllers).Not.ToContainTextAsync("Government of Syria");
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("day=2017-06-03"));
        await explorer.Page.WaitForFunctionAsync("() => document.querySelector('.graph-canvas')._cyreg.cy.edges('.past').length === 1");
        await explorer.AssertAccessibleAsync();
    }

    [Fact]
    public async Task What_was_known_on_a_day_and_what_a_source_says_can_be_chosen()
    {
        await using var explorer = await OpenAsync(Backing + "&known=2017-06-03");
        await Expect(explorer.Canvas).ToHaveAttributeAsync("data-relationships", "0");
        await explorer.Page.GetByText("known by 2017-06-03").ClickAsync();
        await explorer.AssertAccessibleAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Everything known, by all" }).ClickAsync();
        await Expect(explorer.Canvas).Not.ToHaveAttributeAsync("data-relationships", "0");
        await explorer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Reuters" }).CheckAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("told=source:reuters"));
    }

    [Fact]
    public async Task The_query_behind_the_graph_opens_in_the_playground()
    {
        await using var explorer = await OpenAsync(Town);
        await explorer.ShowsAsync(1);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "The query behind the graph" }).ClickAsync();
        var dialog = explorer.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("neighborhood(");
        await explorer.AssertAccessibleAsync();
        var link = await dialog.GetByRole(AriaRole.Link, new() { Name = "Open in the playground" }).GetAttributeAsync("href");
        await explorer.Page.GotoAsync(new Uri(server.Endpoint, link).AbsoluteUri);
        await Expect(explorer.Page.Locator(".graphiql-query-editor .view-lines")).ToContainTextAsync("Among");
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Expect(explorer.Page.Locator(".result-window .view-lines")).ToContainTextAsync("Maskanah");
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_and_asked_again()
    {
        await using var explorer = await OpenAsync();
        await explorer.Page.RouteAsync("**/graphql", route => route.FulfillAsync(new()
        {
            ContentType = "application/graphql-response+json",
            Body = """{"errors":[{"message":"The database is unavailable; retry in a few seconds.","extensions":{"code":"STORE_UNAVAILABLE"}}]}""",
        }));
        await explorer.GoToAsync(server.Endpoint, "?again");
        await Expect(explorer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The database is away");
        await explorer.Page.UnrouteAsync("**/graphql");
        await Expect(explorer.Page.Locator(".way")).ToHaveCountAsync(3);
    }

    private const string HasText =
        "id => ['label', 'source-label'].some(name => document.querySelector('.graph-canvas')._cyreg.cy.getElementById(id).style(name) !== '')";

    [Fact]
    public async Task A_text_that_would_cover_another_waits_until_the_pointer_rests_on_its_node()
    {
        await using var explorer = await OpenAsync(
            "#n=place:maskanah&n=actor:government-of-syria&n=actor:islamic-state&n=event:maskanah-captured&n=event:maskanah-fighting&" +
            "n=place:aleppo-province&n=actor:russia&n=actor:syrian-arab-army&n=actor:iran&s=place:maskanah");
        await explorer.ShowsAsync(9);
        var waiting = await WithoutTextAsync();
        Assert.InRange(waiting.Length, 1, (await explorer.RelationshipsAsync() / 2) + 1);
        var node = await explorer.Page.EvaluateAsync<float[]>(
            """
            id => {
              const canvas = document.querySelector('.graph-canvas');
              const { x, y } = canvas._cyreg.cy.getElementById(id).source().renderedPosition();
              const { left, top } = canvas.getBoundingClientRect();
              return [left + x, top + y];
            }
            """,
            waiting[0]);
        await explorer.Page.Mouse.MoveAsync(node[0], node[1]);
        await explorer.Page.WaitForFunctionAsync(HasText, waiting[0]);
        await explorer.Page.Mouse.MoveAsync(node[0], node[1] + 300);
        await explorer.Page.WaitForFunctionAsync("id => !(" + HasText + ")(id)", waiting[0]);
        Assert.Empty(explorer.Complaints);

        Task<string[]> WithoutTextAsync() => explorer.Page.EvaluateAsync<string[]>(
            "() => document.querySelector('.graph-canvas')._cyreg.cy.edges().map(edge => edge.id()).filter(id => !(" + HasText + ")(id))");
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(2560, 1300)]
    public async Task Every_width_has_all_within_reach_in_light_and_dark(int width, int height)
    {
        await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, Town, width, height);
        await explorer.ShowsAsync(1);
        await Expect(explorer.Details.GetByRole(AriaRole.Heading, new() { Name = "Maskanah" })).ToBeVisibleAsync();
        Assert.False(await explorer.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        await explorer.AssertAccessibleAsync();
        await explorer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await explorer.AssertAccessibleAsync();
    }

    private static async Task<int> EventsHereAsync(ExplorerPage explorer) =>
        (await explorer.AskAsync("{ place(id: \"place:maskanah\") { eventsHere { totalCount } } }"))
        .GetProperty("place").GetProperty("eventsHere").GetProperty("totalCount").GetInt32();

    private Task<ExplorerPage> OpenAsync(string fragment = "") => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
