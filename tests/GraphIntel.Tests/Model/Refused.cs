using System.Text;
using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

/// <summary>Checks of models that must be refused.</summary>
internal static class Refused
{
    /// <summary>A type with @claim and the enums that it needs, on one line.</summary>
    public const string Claims =
        "enum Stance { FOR AGAINST } enum Standing { ASSERTED DISPUTED DENIED } "
        + "type Claim @node(label: \"text\") @claim(about: \"about\", stance: \"stance\", denies: \"AGAINST\", made: \"made\") "
        + "{ id: ID! text: String! about: ID! stance: Stance! made: Date! }\n";

    /// <summary>Two node types without relationships, on one line each.</summary>
    public const string Types = "type A @node { id: ID! name: String! day: Date }\ntype B @node { id: ID! name: String! day: Date }\n";

    /// <summary>
    /// Reads a text in which § marks the position of each error and is not part of the model. There must be exactly these
    /// errors; each message contains its part of <paramref name="messages"/>.
    /// </summary>
    public static void Model(string marked, params string[] messages)
    {
        var text = new StringBuilder();
        var places = new List<(int, int)>();
        var (line, column) = (1, 1);
        foreach (var character in marked)
        {
            if (character == '§')
            {
                places.Add((line, column));
                continue;
            }
            text.Append(character);
            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }
        var found = Assert.Throws<ModelException>(() => ModelReader.Read(text.ToString())).Diagnostics;
        Assert.True(
            places.SequenceEqual(found.Select(mistake => (mistake.Line, mistake.Column))),
            $"expected mistakes at {string.Join(' ', places)}, found:\n{string.Join('\n', found)}");
        Assert.Equal(places.Count, messages.Length);
        foreach (var (mistake, message) in found.Zip(messages))
            Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
    }

    /// <summary>A node type A with these fields in addition to id and name.</summary>
    public static void Fields(string marked, params string[] messages) =>
        Model("type A @node { id: ID! name: String! " + marked + " }", messages);
}
