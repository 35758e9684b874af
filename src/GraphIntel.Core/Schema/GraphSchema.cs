using GraphIntel.Core.Model;
using GraphQL;
using GraphQL.Conversion;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The GraphQL schema of a model. Immutable once built.</summary>
internal sealed class GraphSchema : GraphQL.Types.Schema
{
    private readonly Dictionary<string, FactType> _facts;

    internal GraphSchema(GraphModel model, IObjectGraphType query)
    {
        Model = model;
        NameConverter = DefaultNameConverter.Instance;
        Query = query;
        // Parts of the specification that tools ask introspection for, and that the library leaves out unless told.
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        _facts = model.FactTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public GraphModel Model { get; }

    /// <summary>The node or relationship type behind an object type of the schema.</summary>
    public FactType FactOf(IObjectGraphType type) => _facts[type.Name];

    /// <summary>
    /// Lets a directive's arguments be asked for like those of a field: the library knows <c>includeDeprecated</c> for a field's
    /// alone, and graphql-js asks for both at once. No argument of a directive is deprecated, so it changes nothing.
    /// </summary>
    internal void CompleteIntrospection()
    {
        var asked = ((IObjectGraphType)AllTypes["__Field"]!).Fields.Find("args")!.Arguments!.Find("includeDeprecated")!;
        var given = ((IObjectGraphType)AllTypes["__Directive"]!).Fields.Find("args")!;
        given.Arguments ??= new QueryArguments();
        given.Arguments.Add(new QueryArgument(asked.ResolvedType!) { Name = asked.Name, DefaultValue = asked.DefaultValue });
    }

    /// <summary>The schema in the schema definition language, with descriptions, in a stable order.</summary>
    public string ToSdl() => this.Print().ReplaceLineEndings("\n");
}
