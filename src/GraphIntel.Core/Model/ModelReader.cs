using System.Diagnostics;

namespace GraphIntel.Core.Model;

/// <summary>
/// Reads a model file, which is SDL with directives, as a <see cref="GraphModel"/>. Each stage continues after errors, so that
/// one run reports all of them.
/// </summary>
internal static class ModelReader
{
    /// <summary>Reads a model from its text.</summary>
    /// <exception cref="ModelException">The text has errors; the exception contains all of them.</exception>
    public static GraphModel Read(string sdl)
    {
        ArgumentNullException.ThrowIfNull(sdl);
        var diagnostics = new Diagnostics(sdl.StartsWith('\uFEFF') ? sdl[1..] : sdl);
        var syntax = ModelSyntax.Parse(diagnostics);
        var properties = new PropertyReader(syntax, diagnostics);
        var nodes = new NodeReader(syntax, properties, diagnostics);
        foreach (var type in syntax.Types)
            properties.Read(type);
        foreach (var type in syntax.Types)
            nodes.Read(type);
        var claim = nodes.ReadClaim();
        var relationships = new RelationshipReader(syntax, properties, nodes, diagnostics);
        relationships.Read();
        claim = nodes.ReadSource(claim);
        if (claim is not null)
            relationships.SetClaims(claim);
        var paths = new PathReader(relationships, diagnostics);
        var links = new LinkReader(syntax, properties, relationships, paths, claim, nodes.HasClaim, diagnostics);
        foreach (var type in syntax.Types)
            links.Read(type);
        ModelNames.Check(syntax, relationships, diagnostics);
        diagnostics.ThrowIfAny();
        return Assemble(syntax, relationships, claim);
    }

    /// <summary>Reads the built-in model.</summary>
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
            ElementType? fact = type.Node is not null ? type.Node : relationships.OfEdge(type);
            Debug.Assert(fact is not null, "a valid type is a node type or belongs to a relationship");
            fact.Fields = [.. type.Fields.Select(field => field.Built!)];
            fact.Properties = [.. type.Properties.Values];
            for (var i = 0; i < fact.Properties.Count; i++)
                fact.Properties[i].Ordinal = i;
        }
        foreach (var relationship in relationships.InOrder())
        {
            var directions = syntax.Types.SelectMany(type => type.Fields).SelectMany(field => Directions(field.Built!, relationship)).ToList();
            relationship.IsUndirected = directions.Count > 0 && directions.TrueForAll(direction => direction == Direction.Both);
        }
        return new GraphModel(
            [.. syntax.Types.Select(type => type.Node).OfType<NodeType>()],
            relationships.InOrder(),
            [.. syntax.Enums.Select(entry => entry.Type)],
            claim);
    }

    /// <summary>The directions in which a field follows a relationship.</summary>
    private static IEnumerable<Direction> Directions(ModelField field, RelationshipType relationship) => field switch
    {
        RelationshipField one when one.Relationship == relationship => [one.Direction],
        PathField path => path.Steps.Where(step => step.Relationship == relationship).Select(step => step.Direction),
        _ => [],
    };
}
