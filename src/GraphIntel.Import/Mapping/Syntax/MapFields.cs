using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;

namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>Reads the keys of maps, and reports what is of another kind than expected or unknown.</summary>
internal sealed class MapFields(MappingDiagnostics diagnostics)
{
    public MappingDiagnostics Diagnostics { get; } = diagnostics;

    /// <summary>The entries of a map; each key must be one of these.</summary>
    public IEnumerable<KeyValuePair<YamlText, YamlValue>> Known(YamlValue value, string what, params string[] known)
    {
        foreach (var (key, item) in Entries(value, what))
        {
            if (known.Contains(key.Text, StringComparer.Ordinal))
            {
                yield return new(key, item);
                continue;
            }

            var hint = key.Text.Contains('$', StringComparison.Ordinal) || item is YamlText { Text: "" }
                ? "; quote a text that contains a comma"
                : NameSuggestions.DidYouMean(key.Text, known) is { Length: > 0 } similar
                    ? similar
                    : $"; expected {string.Join(", ", known)}";
            Diagnostics.Add(key.Position, $"{what} has no key {WriteErrors.Show(key.Text)}{hint}");
        }
    }

    /// <summary>The entries of a map.</summary>
    public IReadOnlyList<KeyValuePair<YamlText, YamlValue>> Entries(YamlValue value, string what)
    {
        if (value is YamlMap map)
            return map.Entries;
        Diagnostics.Add(value.Position, $"{what} must be a map of keys and values");
        return [];
    }

    /// <summary>The text of a value; null if it is none, which is reported.</summary>
    public YamlText? Text(YamlValue value, string what)
    {
        if (value is YamlText { Text.Length: > 0 } text)
            return text;
        Diagnostics.Add(value.Position, $"{what} must be a text");
        return null;
    }

    /// <summary>One of several words; null if it is none of them, which is reported.</summary>
    public string? Word(YamlValue value, string what, params string[] words)
    {
        if (value is YamlText text && words.Contains(text.Text, StringComparer.Ordinal))
            return text.Text;
        Diagnostics.Add(value.Position, $"{what} must be {string.Join(" or ", words)}");
        return null;
    }

    /// <summary>A list of texts, or a single text.</summary>
    public IReadOnlyList<YamlText> Texts(YamlValue value, string what) => value is YamlList list
        ? [.. list.Items.Select(item => Text(item, what)).OfType<YamlText>()]
        : Text(value, what) is { } text ? [text] : [];

    /// <summary>An expression; null if it is none, which is reported.</summary>
    public PipelineSyntax? Expression(YamlValue value, string what) =>
        Text(value, what) is { } text ? ExpressionReader.Read(text, Diagnostics) : null;

    /// <summary>A condition; null if it is none, which is reported.</summary>
    public ConditionSyntax? Condition(YamlValue value) =>
        Text(value, "a condition") is { } text ? ConditionReader.Read(text, Diagnostics) : null;

    /// <summary>A name of the mapping: letters, digits and <c>_</c>. What is none is reported.</summary>
    public bool IsName(YamlText name)
    {
        if (ExpressionReader.IsNameStart(name.Text[0]) && name.Text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            return true;
        Diagnostics.Add(
            name.Position, $"{WriteErrors.Show(name.Text)} is not a name: letters, digits and _, with a letter first");
        return false;
    }

    /// <summary>A value with its alternatives: a text, or a list of texts and of maps with <c>when</c>, <c>give</c>, <c>else</c>.</summary>
    public ValueSyntax Value(YamlValue value)
    {
        var items = value is YamlList list ? list.Items : [value];
        return new ValueSyntax([.. items.Select(Alternative).OfType<AlternativeSyntax>()], value is YamlList, value.Position);
    }

    private AlternativeSyntax? Alternative(YamlValue item)
    {
        if (item is not YamlMap)
        {
            return item is YamlText text
                ? new AlternativeSyntax(null, ExpressionReader.Read(text, Diagnostics), IsElse: false)
                : Wrong(item, "a value must be a text, or a list of texts and of maps with when and give");
        }

        ConditionSyntax? when = null;
        PipelineSyntax? give = null;
        var isElse = false;
        foreach (var (key, field) in Known(item, "an alternative", "when", "give", "else"))
        {
            switch (key.Text)
            {
                case "when":
                    when = Condition(field);
                    break;
                case "give":
                    give = Expression(field, "give");
                    break;
                default:
                    give = Expression(field, "else");
                    isElse = true;
                    break;
            }
        }

        if (give is null)
            return Wrong(item, "an alternative must have give, or only else");
        if (isElse && when is not null)
            return Wrong(item, "an alternative with else must not have when");
        return new AlternativeSyntax(when, give, isElse);
    }

    private AlternativeSyntax? Wrong(YamlValue value, string message)
    {
        Diagnostics.Add(value.Position, message);
        return null;
    }
}
