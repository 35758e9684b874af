using System.Globalization;
using System.Text;
using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Execution;
using GraphIntel.Tests.Schema;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Which fields of one response key can be merged (specification, section 5.3.2).</summary>
public sealed class FieldMergingTests
{
    private static readonly string[] Conditions = ["Node", "Place", "Actor", "Event"];
    private static readonly string[] Leaves = ["id", "label", "name", "name", "kind", "title"];
    private static readonly string[] Branches = ["events", "parent", "place", "backs", "backers"];
    private static readonly string[] Values = ["1", "2", "$a", "\"x\"", "[1, 2]", "{ b: 1, c: \"x\" }"];

    [Theory]
    [InlineData("{ a: place(id: \"1\") { name } a: place(id: \"1\") { id } }", null)]
    [InlineData("{ a: place(id: \"1\") { name } a: place(id: \"2\") { id } }", "different arguments")]
    [InlineData("{ place(id: \"1\") { id } place: actor(id: \"1\") { id } }", "`place` and `actor` are different fields")]
    [InlineData("{ place(id: \"1\") { a: id } ...F } fragment F on Query { place(id: \"1\") { a: label } }", "conflicting types ID! and String!")]
    [InlineData("{ place(id: \"1\") { a: name } ...F } fragment F on Query { place(id: \"1\") { a: label } }", "`name` and `label` are different fields")]
    [InlineData("{ node(id: \"1\") { ... on Place { a: id } ... on Actor { a: name } } }", "conflicting types ID! and String!")]
    [InlineData("{ node(id: \"1\") { ... on Place { a: name } ... on Actor { a: name } } }", null)]
    [InlineData("{ node(id: \"1\") { ... on Place { a: name } ... on Actor { a: __typename } } }", null)]
    [InlineData("{ node(id: \"1\") { a: id ... on Actor { a: label } } }", "conflicting types")]
    [InlineData("{ node(id: \"1\") { a: label ... on Actor { a: name } } }", "different fields")]
    [InlineData("{ events(where: { id: { eq: \"1\", neq: \"2\" } }) { totalCount } events(where: { id: { neq: \"2\", eq: \"1\" } }) { totalCount } }", null)]
    [InlineData("{ node(id: \"1\") { ... on Place { e: events(first: 1) { n: totalCount } } ... on Actor { e: events(first: 2) { n: totalCount } } } }", null)]
    [InlineData("{ node(id: \"1\") { ... on Place { e: events { n: totalCount } } ... on Actor { e: events { n: __typename } } } }", "conflicting types Int! and String!")]
    public async Task Fields_with_the_same_key_are_merged_or_conflict(string document, string? reason)
    {
        var errors = await ErrorsAsync(new FieldMerging(), document);
        if (reason is null)
            Assert.Empty(errors);
        else
            Assert.Contains(reason, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_documents_are_validated_as_specified()
    {
        var seed = Environment.GetEnvironmentVariable("GRAPHINTEL_RANDOM_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : (ulong)System.Random.Shared.NextInt64();
        var conflicts = 0;
        for (var number = 0; number < 3_000; number++)
        {
            var text = Document(Dice.Of(seed, number));
            var ours = await ErrorsAsync(new FieldMerging(), text);
            Assert.True(
                ours.Count == 0 == MergingAsSpecified.CanMerge(GraphQLParser.Parser.Parse(text)),
                $"Seed {seed}, {number}: {ours.FirstOrDefault()?.Message ?? "no error"}:\n{text}");
            conflicts += ours.Count > 0 ? 1 : 0;
        }
        Assert.InRange(conflicts, 300, 2_900);
    }

    /// <summary>A document with few names, so that many coincide; valid except for conflicts.</summary>
    private static string Document(Dice dice)
    {
        var node = (IComplexGraphType)Schemas.Domain.AllTypes["Node"]!;
        var text = new StringBuilder("{ node(id: 1) { ...F1 ...F2 ...F3 } node(id: 1) ");
        var fragments = Enumerable.Range(1, 3).Select(_ => (IComplexGraphType)Schemas.Domain.AllTypes[dice.Pick(Conditions)]!).ToList();
        Append(dice, text, node, fragments, 0, 0);
        text.Append('}');
        for (var index = 1; index <= fragments.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $" fragment F{index} on {fragments[index - 1].Name} ");
            Append(dice, text, fragments[index - 1], fragments, 1, index);
        }
        return text.ToString();
    }

    private static void Append(Dice dice, StringBuilder text, IComplexGraphType type, List<IComplexGraphType> fragments, int depth, int after)
    {
        bool CanBe(string other) => type is not IObjectGraphType || other == type.Name || other == "Node";
        text.Append("{ id ");
        for (var count = dice.Int(1, 4); count > 0; count--)
        {
            switch (dice.Int(0, depth > 3 ? 1 : 5))
            {
                case 0 or 1:
                    text.Append(dice.Pick(["__typename ", "", "a: ", "name: "])).Append(dice.Pick([.. Leaves.Where(type.HasField)])).Append(' ');
                    break;
                case 2 when dice.Pick([.. Conditions.Where(CanBe)]) is var condition:
                    text.Append("... on ").Append(condition).Append(' ');
                    Append(dice, text, (IComplexGraphType)Schemas.Domain.AllTypes[condition]!, fragments, depth + 1, after);
                    break;
                case 3 when after < 3 && dice.Int(after + 1, 3) is var number && CanBe(fragments[number - 1].Name):
                    text.Append(CultureInfo.InvariantCulture, $"...F{number} ");
                    break;
                case 4 or 5 when Branches.Where(type.HasField).ToList() is { Count: > 0 } branches:
                    var field = type.GetField(dice.Pick(branches))!;
                    text.Append(dice.Pick(["", "", "a: ", "events: "])).Append(field.Name);
                    if (dice.Chance(25))
                        text.Append("(first: ").Append(dice.Pick(Values)).Append(')');
                    var named = (IComplexGraphType)Named(field.ResolvedType!);
                    var nodes = named.GetField("nodes");
                    text.Append(nodes is null ? " " : " { nodes ");
                    Append(dice, text, nodes is null ? named : (IComplexGraphType)Named(nodes.ResolvedType!), fragments, depth + 1, after);
                    text.Append(nodes is null ? "" : "} ");
                    break;
            }
        }
        text.Append("} ");
    }

    private static IGraphType Named(IGraphType type) => type switch
    {
        NonNullGraphType required => Named(required.ResolvedType!),
        ListGraphType list => Named(list.ResolvedType!),
        _ => type,
    };

    private static async Task<List<ValidationError>> ErrorsAsync(IValidationRule rule, string text)
    {
        var document = GraphQLParser.Parser.Parse(text);
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = Schemas.Domain,
            Document = document,
            Operation = document.Definitions.OfType<GraphQLOperationDefinition>().First(),
            Rules = [rule],
            CancellationToken = TestContext.Current.CancellationToken,
        });
        return [.. result.Errors.OfType<ValidationError>().Where(error => error.Code == "OVERLAPPING_FIELDS_CAN_BE_MERGED")];
    }
}
