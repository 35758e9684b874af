namespace GraphIntel.Attacks;

/// <summary>Documents that are expensive to parse or to validate, but read little data.</summary>
internal static class DocumentAttacks
{
    private const string Open = "query($place: ID!) { place(id: $place) ";

    public static IEnumerable<Attack> All(GraphSample sample)
    {
        Attack Post(string name, string document) => new(name, AttackRequest.Post(document, sample.Variables));

        // Fragments.
        yield return Post(
            "fragments in a chain, 900",
            Open + "{ ...F0 } } " + Text.Repeat(900, index => $"fragment F{index} on Place {{ ...F{index + 1} }} ") + "fragment F900 on Place { id }");
        yield return Post(
            "fragments in a chain, 1,240",
            "{ ...F0 } " + Text.Repeat(1_240, index => $"fragment F{index} on Query {{ ...F{index + 1} }} ") + "fragment F1240 on Query { __typename }");
        yield return Post("fragments in a chain with nested inline ones, 40", "{ place(id: \"place:1\") { ...A0 } }" + ChainOfNests);
        yield return new Attack("fragments in a chain with inline ones, by GET", AttackRequest.Get(
            "{place(id:\"place:1\"){...A0}}" + ChainOfNests));
        yield return Post(
            "fragments side by side, 900",
            Open + "{ " + Text.Repeat(900, index => $"...F{index} ") + "} } " + Text.Repeat(900, index => $"fragment F{index} on Place {{ id }} "));
        yield return Post(
            "fragments that spread each other, 60",
            Open + "{ ...F0 } } " + Text.Repeat(60, index => $"fragment F{index} on Place {{ {Text.Repeat(60, other => $"...F{other} ")}}} "));
        yield return Post(
            "fragments that double, 30 times",
            Open + "{ ...F0 } } " + Text.Repeat(30, index => $"fragment F{index} on Place {{ parent {{ ...F{index + 1} ...F{index + 1} }} }} ")
                + "fragment F30 on Place { id }");
        yield return Post("unused fragments, 1,400", "{ __typename } " + Text.Repeat(1_400, index => $"fragment F{index} on Place {{ id }} "));
        yield return Post("inline fragments nested, 3,000", Open + Text.Nest(3_000, "{ ... ", "{ id }", "}") + " }");

        // Other nesting.
        yield return Post("fields nested, 4,000", "{ place(id: \"place:1\") " + Text.Nest(4_000, "{ parent ", "{ id }", "}") + " }");
        yield return Post("a list nested, 4,900", "{ nodes(ids: " + Text.Nest(4_900, "[", "\"a\"", "]") + ") { id } }");
        yield return Post("an input object nested, 2,400", "{ events(where: " + Text.Nest(2_400, "{ not: ", "{}", "}") + ") { nodes { id } } }");
        yield return Post("the type of a variable nested, 4,900", "query($a: " + Text.Nest(4_900, "[", "ID", "]") + ") { __typename }");
        yield return new Attack("variables nested, 200,000", AttackRequest.Raw(
            "{\"query\": \"query($w: EventFilterInput) { events(where: $w) { nodes { id } } }\", \"variables\": {\"w\": "
                + Text.Nest(200_000, "[", "1", "]") + "}}"));
        yield return Post("unclosed brackets, 100,000", Text.Repeat(100_000, "{ a "));

        // Width.
        yield return Post("one field, 1,990 times", Open + "{ " + Text.Repeat(1_990, "id ") + "} }");
        yield return Post("one field with other fields each time, 490 times", Open + "{ " + Text.Repeat(490, index => $"parent {{ a{index}: id name }} ") + "} }");
        yield return Post("one field in one field, pairwise, 8 levels deep", Open + Pairs(8) + " }");
        yield return Post("unknown fields, 1,990", Open + "{ " + Text.Repeat(1_990, index => $"nam{index} ") + "} }");
        yield return Post("unknown arguments, 3,000", "{ events(" + Text.Repeat(3_000, index => $"firs{index}: 1 ") + ") { nodes { id } } }");
        yield return Post("directives, 490", "{ __typename " + Text.Repeat(490, "@include(if: true) ") + "}");
        yield return Post("unused variables, 2,400", "query(" + Text.Repeat(2_400, index => $"$v{index}: Int ") + ") { __typename }");
        yield return Post("operations, 1,900", Text.Repeat(1_900, index => $"query Q{index} {{ __typename }} "));
        yield return Post("aliases of __typename, 490", "{ " + Text.Repeat(490, index => $"a{index}: __typename ") + "}");

        // Long tokens.
        yield return Post("a comment of 250,000 bytes", "{ __typename } #" + Text.Repeat(250_000, "x"));
        yield return Post("a block string of 120,000 lines", "{ node(id: \"\"\"" + Text.Repeat(120_000, " \n") + "\"\"\") { id } }");
        yield return Post("an integer of 250,000 digits", "{ events(first: " + Text.Repeat(250_000, "9") + ") { nodes { id } } }");
        yield return Post("a float of 250,000 digits", "{ events(where: {location: {latitude: " + Text.Repeat(250_000, "9") + ".0}}) { nodes { id } } }");
        yield return Post("a name of 250,000 letters", "{ " + Text.Repeat(250_000, "a") + " }");
        yield return Post("an id of 250,000 letters", "{ node(id: \"place:" + Text.Repeat(250_000, "a") + "\") { id } }");
        yield return Post("escapes, 40,000", "{ node(id: \"" + Text.Repeat(40_000, "\\u00e4") + "\") { id } }");
        yield return Post("a cursor of 250,000 letters", "{ events(after: \"" + Text.Repeat(250_000, "A") + "\") { nodes { id } } }");

        // Introspection.
        yield return Post("introspection, every type 100 times", "{ " + Text.Repeat(100, index =>
            $"a{index}: __schema {{ types {{ fields {{ args {{ name description type {{ name ofType {{ name ofType {{ name }} }} }} }} }} }} }} ") + "}");
        yield return Post("introspection, one type 490 times", "{ " + Text.Repeat(490, index =>
            $"a{index}: __type(name: \"EventFilterInput\") {{ inputFields {{ name }} }} ") + "}");
    }

    private static string ChainOfNests => Text.Repeat(40, index => $"fragment A{index} on Place"
        + Text.Nest(55, "{...", index < 39 ? $"{{...A{index + 1}}}" : "{id}", "}"));

    // Each level has two fields of one name, so that merging compares all pairs.
    private static string Pairs(int levels) =>
        levels == 0 ? "{ id id }" : $"{{ parent {Pairs(levels - 1)} parent {Pairs(levels - 1)} }}";
}
