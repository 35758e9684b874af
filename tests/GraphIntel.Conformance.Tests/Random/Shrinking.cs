using System.Text.Json;
using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>A failing case, for a person to read.</summary>
internal sealed record Failure(ReadModel Model, GraphText Graph, string Document, string Variables, Disagreement Disagreement)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Disagreement.Kind}\n{Model.Sdl}\n{Graph}\n{Document}\nvariables {Variables}\n"
        + $"server {Disagreement.Server}\noracle {Disagreement.Oracle}\n";
}

/// <summary>
/// Makes a failing case small enough to read: takes parts away for as long as the responses go on differing in the same way.
/// </summary>
internal sealed partial class Shrinking(
    IStoreSource source, ReadModel model, CursorBook book, Disagreement first, CancellationToken cancellation)
{
    private int _attempts;

    /// <summary>The smallest case found.</summary>
    public async Task<Failure> ShrinkAsync(
        GraphText graph, string document, string variables)
    {
        // Candidates are printed, so that lengths compare.
        document = Print(Parser.Parse(document));
        var found = first;
        for (var goesOn = true; goesOn && _attempts < source.ShrinkingAttempts;)
        {
            goesOn = false;
            await using var comparison = await Comparison.OpenAsync(source, model.Schema, graph, book, cancellation);
            for (var index = 0; Without(document, variables, index) is { } candidate && _attempts < source.ShrinkingAttempts; index++)
            {
                if (candidate.Length >= document.Length)
                    continue;
                if (await QueryAsync(comparison, candidate, variables) is not { } still)
                    continue;
                (document, found, goesOn) = (candidate, still, true);
                index--;
            }
            foreach (var smaller in Smaller(graph).ToList())
            {
                if (_attempts >= source.ShrinkingAttempts)
                    break;
                var candidate = graph.Copy();
                smaller(candidate);
                if (await QueryAgainAsync(candidate, document, variables) is not { } still)
                    continue;
                (graph, found, goesOn) = (candidate, still, true);
            }
        }
        return new Failure(model, graph, document, Used(document, variables), found);
    }

    private async Task<Disagreement?> QueryAgainAsync(GraphText graph, string document, string variables)
    {
        try
        {
            await using var comparison = await Comparison.OpenAsync(source, model.Schema, graph, book, cancellation);
            return await QueryAsync(comparison, document, variables);
        }
        catch (Core.Storage.StoreException)
        {
            return null;
        }
    }

    private async Task<Disagreement?> QueryAsync(Comparison comparison, string document, string variables)
    {
        _attempts++;
        try
        {
            var (disagreement, _) = await comparison.QueryOnceAsync(document, Used(document, variables), cancellation);
            return disagreement?.Kind == first.Kind ? disagreement : null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A document that the oracle cannot read is no case; one for which the server throws was told apart before.
            return null;
        }
    }

    private static IEnumerable<Action<GraphText>> Smaller(GraphText graph)
    {
        if (graph.Earlier is not null)
            yield return candidate => candidate.Earlier = null;
        foreach (var fact in graph.Facts.ToList())
        {
            yield return candidate => candidate.Facts.Where(other => other.Id == fact.Id).ToList().ForEach(candidate.Remove);
            foreach (var (property, value) in fact.Values)
            {
                if (value is null || (property.IsRequired && !property.IsList))
                    continue;
                yield return candidate => candidate.Facts.Concat(candidate.Earlier?.Facts ?? [])
                    .Where(other => other.Id == fact.Id).ToList().ForEach(other => other.Values[property] = null);
            }
        }
    }

    // The document without its part of that number and what nothing uses then; null where there are no more parts.
    private static string? Without(string document, string variables, int index)
    {
        var tree = Parser.Parse(document);
        var parts = new List<Action>();
        foreach (var definition in tree.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation)
                Collect(operation.SelectionSet, parts, variables);
            if (definition is GraphQLFragmentDefinition fragment)
                Collect(fragment.SelectionSet, parts, variables);
        }
        if (index >= parts.Count)
            return null;
        parts[index]();
        return Print(Clean(tree));
    }

    private static void Collect(GraphQLSelectionSet? set, List<Action> parts, string variables)
    {
        if (set is null)
            return;
        foreach (var selection in set.Selections.ToList())
        {
            if (set.Selections.Count > 1)
                parts.Add(() => set.Selections.Remove(selection));
            if (selection is IHasSelectionSetNode { SelectionSet: { } inner } && selection is not GraphQLField)
                parts.Add(() => Replace(set.Selections, selection, inner.Selections));
            if (selection is IHasDirectivesNode { Directives: not null } directed)
                parts.Add(() => directed.Directives = null);
            if (selection is GraphQLField { Arguments: { } arguments } field)
            {
                foreach (var argument in arguments.Items.ToList())
                {
                    parts.Add(() =>
                    {
                        arguments.Items.Remove(argument);
                        if (arguments.Items.Count == 0)
                            field.Arguments = null;
                    });
                    Collect(argument.Value, value => argument.Value = value, parts, variables);
                }
            }
            // What is asked of an object may not matter.
            if (selection is GraphQLField { SelectionSet.Selections: { } asked and not [GraphQLField { SelectionSet: null }] })
            {
                parts.Add(() =>
                {
                    asked.Clear();
                    asked.Add(new GraphQLField(new GraphQLName("__typename")));
                });
            }
            if (selection is GraphQLField { Alias: not null } aliased)
                parts.Add(() => aliased.Alias = null);
            if (selection is IHasSelectionSetNode { SelectionSet: { } below })
                Collect(below, parts, variables);
        }
    }

    private static void Collect(GraphQLValue value, Action<GraphQLValue> replace, List<Action> parts, string variables)
    {
        switch (value)
        {
            case GraphQLVariable variable:
                using (var json = JsonDocument.Parse(variables))
                {
                    if (json.RootElement.TryGetProperty(variable.Name.StringValue, out var given))
                    {
                        var literal = LiteralOf(given);
                        parts.Add(() => replace(literal));
                    }
                }
                break;
            case GraphQLListValue { Values: { } elements } list:
                for (var i = 0; i < elements.Count; i++)
                {
                    var index = i;
                    parts.Add(() => elements.RemoveAt(index));
                    Collect(elements[i], other => elements[index] = other, parts, variables);
                }
                if (elements.Count == 1)
                    parts.Add(() => replace(elements[0]));
                break;
            case GraphQLObjectValue { Fields: { } fields }:
                foreach (var field in fields.ToList())
                {
                    parts.Add(() => fields.Remove(field));
                    if (field.Name.StringValue is "and" or "or" or "not")
                        parts.Add(() => replace(field.Value));
                    Collect(field.Value, other => field.Value = other, parts, variables);
                }
                break;
        }
    }

    // Enums and text look alike in JSON: what has the shape of an enum's value is taken for one.
    private static GraphQLValue LiteralOf(JsonElement json)
    {
        static string Text(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object =>
                $"{{{string.Join(" ", element.EnumerateObject().Select(member => $"{member.Name}: {Text(member.Value)}"))}}}",
            JsonValueKind.Array => $"[{string.Join(" ", element.EnumerateArray().Select(Text))}]",
            JsonValueKind.String when EnumShape().IsMatch(element.GetString()!) => element.GetString()!,
            _ => element.GetRawText(),
        };
        var document = Parser.Parse($"{{ f(x: {Text(json)}) }}");
        var field = (GraphQLField)((GraphQLOperationDefinition)document.Definitions[0]).SelectionSet.Selections[0];
        return field.Arguments!.Items[0].Value;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\A[A-Z][A-Z_]+\z")]
    private static partial System.Text.RegularExpressions.Regex EnumShape();

    private static void Replace(List<ASTNode> list, ASTNode old, List<ASTNode> others)
    {
        var index = list.IndexOf(old);
        list.RemoveAt(index);
        list.InsertRange(index, others);
    }

    private static GraphQLDocument Clean(GraphQLDocument tree)
    {
        while (true)
        {
            var text = Print(tree);
            var unused = tree.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(fragment =>
                !text.Contains($"...{fragment.FragmentName.Name.StringValue}", StringComparison.Ordinal));
            if (unused is null)
                break;
            tree.Definitions.Remove(unused);
        }
        var operation = tree.Definitions.OfType<GraphQLOperationDefinition>().Single();
        if (operation.Variables is not { } variables)
            return tree;
        var used = Print(tree);
        variables.Items.RemoveAll(variable => CountOf(used, "$" + variable.Variable.Name.StringValue) < 2);
        if (variables.Items.Count == 0)
            operation.Variables = null;
        return tree;
    }

    private static int CountOf(string text, string name) =>
        System.Text.RegularExpressions.Regex.Count(text, System.Text.RegularExpressions.Regex.Escape(name) + @"\b");

    private static string Used(string document, string variables)
    {
        using var json = JsonDocument.Parse(variables);
        var used = json.RootElement.EnumerateObject().Where(member => CountOf(document, "$" + member.Name) > 0);
        return $"{{{string.Join(",", used.Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";
    }

    private static string Print(GraphQLDocument tree) => new SDLPrinter().Print(tree);
}
