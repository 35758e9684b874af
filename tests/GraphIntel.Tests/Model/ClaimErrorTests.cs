using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class ClaimErrorTests
{
    private const string Right = "about: \"about\", stance: \"stance\", denies: \"AGAINST\", made: \"made\"";

    private static string Claim(string arguments) =>
        $"enum Stance {{ FOR AGAINST }}\ntype Claim @node(label: \"text\") @claim({arguments}) {{ id: ID! text: String! about: ID! maybe: ID "
        + "field: String stance: Stance! open: Stance made: Date! day: Date }";

    [Fact]
    public void A_claim_type_is_read() => Assert.Equal("AGAINST", ModelReader.Read(Claim(Right)).Claim?.Denies);

    [Theory]
    [InlineData("about: §\"nope\", stance: \"stance\", denies: \"AGAINST\", made: \"made\"", "it has none called 'nope'")]
    [InlineData("about: §\"maybe\", stance: \"stance\", denies: \"AGAINST\", made: \"made\"", "'maybe' is ID")]
    [InlineData("about: §\"id\", stance: \"stance\", denies: \"AGAINST\", made: \"made\"", "not its own id")]
    [InlineData("about: \"about\", stance: §\"open\", denies: \"AGAINST\", made: \"made\"", "a non-null enum; 'open' is Stance")]
    [InlineData("about: \"about\", stance: §\"text\", denies: \"AGAINST\", made: \"made\"", "a non-null enum; 'text' is String!")]
    [InlineData("about: \"about\", stance: \"stance\", denies: §\"NOPE\", made: \"made\"", "must be a value of Stance; it has none called 'NOPE'")]
    [InlineData("about: \"about\", stance: \"stance\", denies: \"AGAINST\", made: §\"day\"", "that is Date!; 'day' is Date")]
    [InlineData("field: §\"text\", about: \"about\", stance: \"stance\", denies: \"AGAINST\", made: \"made\"", "that is String; 'text' is String!")]
    public void A_claim_s_arguments_name_its_properties(string arguments, string message) => Refused.Model(Claim(arguments), message);

    [Fact]
    public void The_source_of_a_claim_is_read()
    {
        var claim = ModelReader.Read(WithSource("source", "from: Claim @relationship(type: \"FROM\", direction: OUT) source: Claim @relationship(type: \"BY\", direction: OUT)")).Claim;
        Assert.Equal("BY", claim?.Source?.Relationship.Type);
    }

    [Theory]
    [InlineData("nope", "source: Claim @relationship(type: \"BY\", direction: OUT)", "that is a single value; it has none called 'nope'")]
    [InlineData("by", "by: [Claim!]! @relationship(type: \"BY\", direction: OUT)", "must name a field of Claim with @relationship that is a single value; 'by' is [Claim!]!")]
    [InlineData("text", "", "'text' is String! without @relationship")]
    [InlineData("by", "by: [Claim!]! @refersTo", "'by' is [Claim!]! without @relationship")]
    public void The_source_of_a_claim_is_a_relationship_to_one(string source, string field, string message) =>
        Refused.Model(WithSource(source, field).Replace("source: \"", "source: §\"", StringComparison.Ordinal), message);

    private static string WithSource(string source, string field) =>
        Claim($"{Right}, source: \"{source}\"").Replace("day: Date }", $"day: Date {field} }}", StringComparison.Ordinal);

    [Fact]
    public void A_missing_argument_of_a_claim_is_refused() =>
        Refused.Model(Claim("about: \"about\", stance: \"stance\", made: \"made\"").Replace("@claim", "§@claim", StringComparison.Ordinal), "'denies'");

    [Fact]
    public void There_is_one_claim_type() => Refused.Model(
        Claim(Right) + $"\ntype Other @node(label: \"id\") §@claim({Right}) {{ id: ID! about: ID! stance: Stance! made: Date! }}",
        "Claim already has it");

    [Fact]
    public void A_claim_is_a_node() => Refused.Model(
        "enum Stance { FOR AGAINST }\ntype A @node { id: ID! name: String! as: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }\n"
        + $"type E @edge(type: \"T\") §@claim({Right}) {{ id: ID! about: ID! stance: Stance! made: Date! }}",
        "@claim is allowed only on a type with @node");

    [Fact]
    public void The_claim_type_cannot_have_a_field_called_fact() => Refused.Model(
        Claim(Right).Replace("field: String", "§fact: String", StringComparison.Ordinal), "Claim.fact would conflict");

    [Fact]
    public void The_standing_of_a_node_type_requires_claims()
    {
        const string node = "type A @node(standing: §\"standing\") { id: ID! name: String! standing: S! }";
        Refused.Model("enum S { ASSERTED DISPUTED DENIED }\n" + node, "requires a type with @claim, which the model does not have");
        Refused.Model(Claim(Right) + "\nenum S { ASSERTED DENIED }\n" + node, "ASSERTED, DISPUTED and DENIED; 'standing' is S!");
        Refused.Model(Claim(Right) + "\nenum S { ASSERTED DENIED DISPUTED OTHER }\n" + node, "'standing' is S!");
        var model = ModelReader.Read(
            Claim(Right) + "\nenum S { DENIED ASSERTED DISPUTED }\n" + node.Replace("§", "", StringComparison.Ordinal));
        Assert.Equal("standing", model.Nodes[1].Standing?.Name);
    }

    [Theory]
    [InlineData("type A @node { id: ID! name: String! §claims: [Claim!]! @refersBy(field: \"maybe\") }")]
    [InlineData("type A @node { id: ID! name: String! ref: ID §claims: [A!]! @refersBy(field: \"ref\") }")]
    [InlineData(
        "type A @node { id: ID! name: String! as: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") ref: ID }\n"
        + "type E @edge(type: \"T\") { §claims: [A!]! @refersBy(field: \"ref\") }")]
    [InlineData(
        "type A @node { id: ID! name: String! as: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }\n"
        + "type E @edge(type: \"T\") { §claims: [A!]! @refersTo }")]
    [InlineData(
        "type A @node { id: ID! name: String! as: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }\n"
        + "type E @edge(type: \"T\") { §claims: Int }")]
    public void Claims_are_the_claims_about_it(string types) => Refused.Model(Claim(Right) + "\n" + types, "must be the claims about");

    [Fact]
    public void Claims_of_an_edge_type_need_a_claim_type() => Refused.Model(
        "type A @node { id: ID! name: String! as: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") ref: ID }\n"
        + "type E @edge(type: \"T\") { §claims: [A!]! @refersBy(field: \"ref\") }",
        "there is no type with @claim");

    [Fact]
    public void A_node_type_with_claims_is_a_fact()
    {
        var model = ModelReader.Read(
            Claim(Right) + "\ntype A @node { id: ID! name: String! claims: [Claim!]! @refersBy(field: \"about\") }\n"
            + "type B @node { id: ID! name: String! said: [Claim!]! @refersBy(field: \"about\") }\n"
            + "type C @node { id: ID! name: String! claims: [Claim!]! @relationship(type: \"SAID\", direction: OUT) }");
        Assert.Equal(["A"], model.Nodes.Where(node => node.IsFact).Select(node => node.Name));
    }
}
