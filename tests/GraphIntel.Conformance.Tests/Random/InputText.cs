using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>An input value that can be written as a literal and as JSON.</summary>
internal abstract record InputText
{
    /// <summary>As it stands in a document.</summary>
    public abstract string Literal { get; }

    /// <summary>As it stands among the variables.</summary>
    public abstract string Json { get; }

    /// <summary>Text, of a string, an ID or a date.</summary>
    public static InputText Text(string text)
    {
        var json = new StringBuilder();
        Oracle.CanonicalJson.WriteScalar(json, text);
        return new Same(json.ToString());
    }

    /// <summary>The same with every UTF-16 unit as an escape, which is written alike in a document and in JSON.</summary>
    public static InputText Escaped(string text) => new Same($"\"{string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"))}\"");

    public static InputText Number(double number) => new Same(number.ToString("R", CultureInfo.InvariantCulture));

    public static InputText Enum(string name) => new EnumName(name);

    public static InputText Null { get; } = new Same("null");

    /// <summary>What is written alike in both.</summary>
    public sealed record Same(string Written) : InputText
    {
        public override string Literal => Written;

        public override string Json => Written;
    }

    private sealed record EnumName(string Name) : InputText
    {
        public override string Literal => Name;

        public override string Json => JsonSerializer.Serialize(Name);
    }

    /// <summary>A variable, which is none of JSON.</summary>
    public sealed record Variable(string Name) : InputText
    {
        public override string Literal => "$" + Name;

        public override string Json => throw new NotSupportedException();
    }

    public sealed record List(IReadOnlyList<InputText> Elements) : InputText
    {
        public override string Literal => $"[{string.Join(", ", Elements.Select(element => element.Literal))}]";

        public override string Json => $"[{string.Join(",", Elements.Select(element => element.Json))}]";
    }

    public sealed record Map(IReadOnlyList<(string Name, InputText Value)> Fields) : InputText
    {
        public override string Literal => $"{{{string.Join(", ", Fields.Select(one => $"{one.Name}: {one.Value.Literal}"))}}}";

        public override string Json => $"{{{string.Join(",", Fields.Select(one => $"\"{one.Name}\":{one.Value.Json}"))}}}";
    }
}
