using System.Diagnostics;

namespace GraphIntel.Core.Model;

/// <summary>
/// Reads a model file: SDL with our directives to the <see cref="GraphModel"/>. Each stage goes as far as it can, so that
/// one run reports every mistake.
/// </summary>
internal static class ModelReader
{
    /// <summary>Reads a model from its text.</summary>
    /// <exception cref="ModelException">The text has mistakes; all of them are in the exception.</exception>
    public static GraphModel Read(string sdl)
    {
        ArgumentNullException.ThrowIfNull(sdl);
        var mistakes = new Mistakes(sdl.StartsWith('\uFEFF') ? sdl[1..] : sdl);
        var syntax = ModelSyntax.Parse(mistakes);
        var properties = new PropertyReader(syntax, mistakes);
        var nodes = new NodeReader(syntax, properties, mistakes);
        foreach (var type in syntax.Types) properties.Read(type);
        foreach (var type in syntax.Types) nodes.Read(type);
        var claim = nodes.ReadClaim();
        var relationships = new RelationshipReader(syntax, properties, nodes, mistakes);
        relationships.Read();
        var links = new LinkReader(syntax, properties, relationships, claim, nodes.HasClaim, mistakes);
        foreach (var type in syntax.Types) links.Read(type);
        ModelNames.Check(syntax, relationships, mistakes);
        mistakes.ThrowIfAny();
        return Assemble(syntax, relationships, claim);
    }

    /// <summary>Reads the model that is built in.</summary>
    public static GraphModel ReadDomain()
    {
        using var stream = typeof(ModelReader).Assembly.GetManifestResourceStream("intel.graphql")
            ?? throw new UnreachableException("the built-in model is missing from the assembly");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    private static GraphModel Assemble(ModelSyntax syntax, RelationshipReader relationships, ClaimRole? claim)
    {
        foreach (var type in syntax.Types)
        {
            FactType? fact = type.Node is not null ? type.Node : relationships.OfEdge(type);
            Debug.Assert(fact is not null, "a type without mistakes is a node type or belongs to a relationship");
            fact.Fields = [.. type.Fields.Select(field => field.Built!)];
            fact.Properties = [.. type.Properties.Values];
            for (var i = 0; i < fact.Properties.Count; i++) fact.Properties[i].Ordinal = i;
        }
        return new GraphModel(
            [.. syntax.Types.Select(type => type.Node).OfType<NodeType>()],
            relationships.InOrder(),
            [.. syntax.Enums.Select(entry => entry.Type)],
            claim);
    }
}
