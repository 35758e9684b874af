using System.Text.Json;
using GraphIntel.Attacks;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>Advances an operation to a late page, which is slow in servers that page by offset.</summary>
internal sealed class PageAdvancer(Random random)
{
    private const int MaxPages = 6;

    /// <summary>Sets a real cursor on a root connection of the operation, if it has one.</summary>
    public async Task AdvanceAsync(FieldGene operation, AttackClient client)
    {
        var connection = operation.Fields.FirstOrDefault(field => field.Type.EndsWith("Connection", StringComparison.Ordinal) && !field.Arguments.ContainsKey("last"));
        if (connection is null)
            return;
        var probe = new FieldGene("", "", operation.Type);
        var page = new FieldGene(connection.Name, connection.Parent, connection.Type);
        foreach (var (name, value) in connection.Arguments.Where(argument => argument.Key != "before"))
            page.Arguments[name] = value.Copy();
        var info = new FieldGene("pageInfo", connection.Type, "PageInfo");
        info.Fields.Add(new FieldGene("endCursor", "PageInfo", ""));
        page.Fields.Add(info);
        probe.Fields.Add(page);
        for (var count = random.Next(1, MaxPages); count > 0; count--)
        {
            page.Arguments["first"] = new ValueGene(new GraphQLNamedType(new GraphQLName("Int"))) { Text = "500" };
            if (await CursorAsync(probe, client) is not { } cursor)
                return;
            page.Arguments["after"] = connection.Arguments["after"] =
                new ValueGene(new GraphQLNamedType(new GraphQLName("String"))) { Text = JsonSerializer.Serialize(cursor) };
        }
    }

    private static async Task<string?> CursorAsync(FieldGene probe, AttackClient client)
    {
        var response = await client.SendAsync(AttackRequest.Post(probe.Print(withValues: true)));
        if (response.Status != 200)
            return null;
        using var body = JsonDocument.Parse(response.Body);
        return body.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.EnumerateObject().First().Value is { ValueKind: JsonValueKind.Object } connection
            ? connection.GetProperty("pageInfo").GetProperty("endCursor").GetString()
            : null;
    }
}
