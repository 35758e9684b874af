using System.Globalization;

namespace GraphIntel.Core.Model;

/// <summary>The last stage: names that the generated schema, the ids and the tables would have twice.</summary>
internal sealed class ModelNames
{
    // The words of the API that are the same for every model.
    private static readonly string[] _fixedTypes =
    [
        "Query", "Mutation", "Subscription", "Node", "Fact", "Relationship", "PageInfo", "SortEnumType", "Direction", "ViaInput",
        "RelationshipType", "Certainty", "DateRangeInput", "TimelineInterval",
        "String", "Int", "Float", "Boolean", "ID", "Date", "Point", "Long",
    ];

    private static readonly string[] _scalars = ["Id", "String", "Int", "Float", "Boolean", "Date", "Point"];
    private static readonly string[] _rootFields = ["node", "nodes", "search", "paths", "neighborhood", "__typename"];

    private readonly Mistakes _mistakes;
    private readonly List<TypeSyntax> _nodes = [];

    // Two origins that meet in one name often meet in more; the first says enough.
    private readonly HashSet<(string, string)> _reported = [];

    private ModelNames(Mistakes mistakes) => _mistakes = mistakes;

    /// <summary>A name and what it comes from; names of the API itself have no position.</summary>
    private readonly record struct Origin(string Name, string From, int? Position);

    /// <summary>Reports every name that is there twice, at the later of the two origins.</summary>
    public static void Check(ModelSyntax syntax, RelationshipReader relationships, Mistakes mistakes)
    {
        var names = new ModelNames(mistakes);
        names.ReportLikeNodes(syntax);
        var types = relationships.InOrder();
        names.ReportTwice(
            GeneratedTypes(syntax, names._nodes, types, relationships.PositionOf),
            "the type {0} of the schema would come from {1} and from {2}");
        names.ReportTwice(names.RootFields(), "the root field '{0}' would come from {1} and from {2}");
        names.ReportTwice(names.IdPrefixes(types, relationships.PositionOf), "ids would begin with '{0}:' for {1} and for {2}");
        foreach (var type in names._nodes)
        {
            names.ReportUpperSnake(type);
            names.ReportArguments(type);
        }
    }

    // Tables of SQLite are told apart without regard to case.
    private void ReportLikeNodes(ModelSyntax syntax)
    {
        var seen = new Dictionary<string, TypeSyntax>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in syntax.Types.Where(type => type.IsNode))
        {
            if (seen.TryAdd(type.Name, type))
            {
                _nodes.Add(type);
                continue;
            }
            var other = seen[type.Name];
            _mistakes.Add(
                type.Position,
                $"the node types {other.Name} ({_mistakes.Place(other.Position)}) and {type.Name} differ only in letter case");
        }
    }

    private void ReportTwice(IEnumerable<Origin> origins, string message)
    {
        var seen = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var origin in origins.OrderBy(origin => origin.Position ?? -1))
        {
            if (seen.TryAdd(origin.Name, origin)) continue;
            var earlier = seen[origin.Name];
            if (!_reported.Add((earlier.From, origin.From))) continue;
            var from = earlier.Position is { } position ? $"{earlier.From} ({_mistakes.Place(position)})" : earlier.From;
            _mistakes.Add(
                origin.Position!.Value,
                string.Format(CultureInfo.InvariantCulture, message, origin.Name, from, origin.From));
        }
    }

    private static IEnumerable<Origin> GeneratedTypes(
        ModelSyntax syntax,
        List<TypeSyntax> nodes,
        IEnumerable<RelationshipType> relationships,
        Func<RelationshipType, int> positionOf)
    {
        const string api = "the API";
        foreach (var name in _fixedTypes) yield return new Origin(name, api, null);
        foreach (var name in _scalars.SelectMany(Operations)) yield return new Origin(name, api, null);
        foreach (var (type, position) in syntax.Enums)
        {
            foreach (var name in Operations(type.Name).Prepend(type.Name))
            {
                yield return new Origin(name, $"the enum {type.Name}", position);
            }
        }
        foreach (var type in nodes)
        {
            foreach (var name in OfNode(type.Node!)) yield return new Origin(name, $"the node type {type.Name}", type.Position);
            foreach (var field in type.Fields)
            {
                foreach (var name in OfField(field)) yield return new Origin(name, $"the field {field.FullName}", field.Position);
            }
        }
        foreach (var type in relationships)
        {
            string[] names = [type.Name, type.Name + "FilterInput", type.Name + "SortInput"];
            foreach (var name in names) yield return new Origin(name, $"the relationship type {type.Type}", positionOf(type));
        }
    }

    private static IEnumerable<string> Operations(string type) =>
        [type + "OperationFilterInput", $"List{type}OperationFilterInput"];

    private static IEnumerable<string> OfNode(NodeType node)
    {
        var plural = Casing.Pascal(node.Plural);
        return
        [
            node.Name, node.Name + "FilterInput", node.Name + "SortInput", node.Name + "GroupBy", node.Name + "TimelineBy",
            plural + "Connection", plural + "Edge", plural + "ListFilterInput", plural + "Aggregate",
        ];
    }

    private static IEnumerable<string> OfField(FieldSyntax field)
    {
        var name = field.Owner.Name + Casing.Pascal(field.Name);
        return field.Built switch
        {
            RelationshipField { IsList: false } => [name + "FilterInput", name + "SingleFilterInput", name + "SortInput"],
            RelationshipField or PathField =>
            [
                name + "FilterInput", name + "SortInput", name + "ListFilterInput",
                name + "Connection", name + "Edge", name + "Aggregate",
            ],
            _ => [],
        };
    }

    private IEnumerable<Origin> RootFields()
    {
        foreach (var name in _rootFields) yield return new Origin(name, "the API", null);
        foreach (var type in _nodes)
        {
            yield return new Origin(type.Node!.Singular, $"the node type {type.Name}", type.Position);
            var position = type.NodeUse!.Text("plural")?.Position ?? type.Position;
            yield return new Origin(type.Node.Plural, $"the plural of {type.Name}", position);
        }
    }

    private IEnumerable<Origin> IdPrefixes(IEnumerable<RelationshipType> relationships, Func<RelationshipType, int> positionOf)
    {
        var names = _nodes.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var type in _nodes) yield return new Origin(type.Node!.IdPrefix, $"the node type {type.Name}", type.Position);
        // One that has a node type's name is reported as that.
        foreach (var type in relationships.Where(type => names.Add(type.Name)))
        {
            yield return new Origin(type.IdPrefix, $"the relationship type {type.Type}", positionOf(type));
        }
    }

    // Values of the generated enums that group and that make timelines.
    private void ReportUpperSnake(TypeSyntax type)
    {
        var groups = type.Fields.Where(field => field.Built is RelationshipField { IsList: false }
            or PropertyField { Property: { IsList: false, Kind: ScalarKind.Enum or ScalarKind.Boolean } });
        var dates = type.Fields.Where(field =>
            field.Built is PropertyField { Property: { IsList: false, Kind: ScalarKind.Date } });
        foreach (var (fields, name) in new[] { (groups, type.Name + "GroupBy"), (dates, type.Name + "TimelineBy") })
        {
            ReportTwice(
                fields.Select(field => new Origin(Casing.UpperSnake(field.Name), $"the field {field.FullName}", field.Position)),
                $"the value {{0}} of {name} would come from {{1}} and from {{2}}");
        }
    }

    private void ReportArguments(TypeSyntax type)
    {
        foreach (var field in type.Fields)
        {
            if (field.Built is not RelationshipField { IsList: false } built) continue;
            string[] time = built.Relationship.Valid is null ? [] : ["asOf", "during", "certainty"];
            string[] standing = built.Relationship.Standing is null ? [] : ["standing"];
            foreach (var argument in time.Concat(standing))
            {
                var clash = _nodes.Find(node => node.Node == built.Target)?.FindField(argument);
                if (clash is null) continue;
                _mistakes.Add(
                    field.Position,
                    $"where {field.FullName} is filtered, its argument '{argument}' would clash with {clash.FullName} "
                    + $"({_mistakes.Place(clash.Position)}); rename that field or make this one a list");
            }
        }
    }
}
