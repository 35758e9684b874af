using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>What the oracle returns.</summary>
/// <param name="Data">
/// The text of <c>data</c>, with <see cref="Cursor.Placeholder"/> for each cursor; null where the operation is refused.
/// </param>
/// <param name="Cursors">Where the cursors point, in the order of the text.</param>
/// <param name="Errors">Fields that have an error, in the order of the text.</param>
/// <param name="Refusal">Why the operation is refused; null where it is not.</param>
internal sealed record OracleResponse(
    string? Data, IReadOnlyList<Cursor> Cursors, IReadOnlyList<FieldError> Errors, string? Refusal);

/// <summary>An error of a field, which is null.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Path">The keys and indexes that lead to the field, with dots between.</param>
internal sealed record FieldError(string Code, string Path);

/// <summary>
/// Executes operations over a graph in memory by doing what they say, in the simplest way that is plainly right. It reads the
/// document and the model; it knows of no plan, no index and no statement.
/// </summary>
internal sealed class NaiveInterpreter
{
    private readonly MemoryGraph _graph;
    private readonly TextSearch _search;
    private readonly Filters _filters;
    private readonly Grouping _grouping;
    private readonly Traversals _traversals;
    private readonly CursorBook _book;
    private readonly Dictionary<string, object?> _variables;
    private readonly Selections _selections;
    private readonly StringBuilder _json = new();
    private readonly List<Cursor> _cursors = [];
    private readonly List<FieldError> _errors = [];
    private readonly List<object> _path = [];

    private NaiveInterpreter(MemoryGraph graph, GraphQLDocument document, Dictionary<string, object?> variables, CursorBook book)
    {
        _graph = graph;
        _search = new TextSearch(graph);
        _filters = new Filters(graph, _search);
        _grouping = new Grouping(graph, _filters);
        _traversals = new Traversals(graph, _filters);
        _book = book;
        _variables = variables;
        _selections = new Selections(document, variables);
    }

    // The object above all others.
    private sealed record Root;

    // A cursor still to be written.
    private sealed record CursorOf(Page Page, Item? Item);

    /// <summary>Executes the one operation of a document.</summary>
    public static OracleResponse Execute(MemoryGraph graph, string query, string variables, CursorBook book)
    {
        var document = Parser.Parse(query);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var interpreter = new NaiveInterpreter(graph, document, Inputs.ReadVariables(operation, variables), book);
        try
        {
            new ArgumentRules(interpreter._selections, interpreter._variables).Check(operation.SelectionSet);
            interpreter.WriteObject(new Root(), [operation.SelectionSet]);
            return new OracleResponse(interpreter._json.ToString(), interpreter._cursors, interpreter._errors, null);
        }
        catch (RefusedException refusal)
        {
            return new OracleResponse(null, [], [], refusal.Message);
        }
    }

    private void WriteObject(object value, IEnumerable<GraphQLSelectionSet> sets)
    {
        var types = TypesOf(value);
        var separator = '{';
        foreach (var (key, fields) in _selections.Collect(sets, types))
        {
            _json.Append(separator).Append('"').Append(key).Append("\":");
            separator = ',';
            var name = fields[0].Name.StringValue;
            var result = name == "__typename" ? types[0] : Resolve(value, name, fields[0]);
            WriteAt(key, result, [.. fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()]);
        }
        _json.Append(separator == '{' ? "{}" : "}");
    }

    private void WriteAt(object segment, object? value, List<GraphQLSelectionSet> sets)
    {
        _path.Add(segment);
        Write(value, sets);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Write(object? value, List<GraphQLSelectionSet> sets)
    {
        switch (value)
        {
            case CursorOf { Item: null }:
                CanonicalJson.WriteScalar(_json, null);
                break;
            case CursorOf { Item: { } item, Page: var page }:
                _json.Append(Cursor.Placeholder);
                _cursors.Add(new Cursor(page.Field, new Place(page.Order.Name, page.Order.ValuesOf(item))));
                break;
            case FieldFailure failure:
                CanonicalJson.WriteScalar(_json, null);
                _errors.Add(new FieldError(failure.Code, string.Join('.', _path)));
                break;
            case string or null:
                CanonicalJson.WriteScalar(_json, value);
                break;
            case System.Collections.IEnumerable list:
                var index = 0;
                foreach (var element in list)
                {
                    _json.Append(index == 0 ? '[' : ',');
                    WriteAt(index++, element, sets);
                }
                _json.Append(index == 0 ? "[]" : "]");
                break;
            default:
                if (sets.Count > 0)
                    WriteObject(value, sets);
                else
                    CanonicalJson.WriteScalar(_json, value);
                break;
        }
    }

    // The object's own type, then the interfaces that it implements.
    private List<string> TypesOf(object value) => value switch
    {
        Root => ["Query"],
        MemoryFact fact => TypesOf(fact.Type),
        Page page => [page.Name + "Connection"],
        Edge edge => [edge.Page.Name + "Edge"],
        PageInfo => ["PageInfo"],
        GeoPoint => ["Point"],
        Aggregate aggregate => [aggregate.Type.Name + "Aggregate"],
        Groups groups => [groups.Of.Type.Name + "Groups"],
        Distinct distinct => [distinct.Of.Type.Name + "Distinct"],
        Timeline timeline => [timeline.Of.Type.Name + "Timeline"],
        Group group => [group.Aggregate.Type.Name + Casing.Pascal(group.Field) + "Group"],
        TimelinePeriod period => [period.Aggregate.Type.Name + "Period"],
        Summary summary => [summary.Kind + "Summary"],
        SearchResult => ["SearchResult"],
        SearchItem => ["SearchItem"],
        PathsResult => ["PathsResult"],
        SimplePath => ["Path"],
        Neighborhood => ["Neighborhood"],
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private List<string> TypesOf(ElementType type)
    {
        List<string> names = [type.Name, "Node"];
        if (type is RelationshipType)
            names.Add("Relationship");
        if (_graph.Model.Claim is not null && type.IsFact)
            names.Add("Fact");
        return names;
    }

    private object? Resolve(object value, string name, GraphQLField field)
    {
        var arguments = Inputs.ReadArguments(field.Arguments, _variables);
        return value switch
        {
            Root => ResolveRoot(name, arguments, field),
            MemoryFact fact => ResolveFact(fact, name, arguments, field),
            Page page => name switch
            {
                "edges" => page.Items.Select(item => new Edge(page, item)),
                "nodes" => page.Items.Select(item => item.Node),
                "aggregate" => page.Aggregate,
                "pageInfo" => new PageInfo(page),
                "totalCount" => (int)Math.Min(page.TotalCount, arguments.GetValueOrDefault("atMost") as long? ?? long.MaxValue),
                _ => throw new NotSupportedException(name),
            },
            Edge edge => name switch
            {
                "cursor" => new CursorOf(edge.Page, edge.Item),
                "node" => edge.Item.Node,
                "depth" when edge.Page.IsPath => edge.Item.Depth,
                "fact" => edge.Item.Relationship,
                _ => ResolveFact(edge.Item.Relationship!, name, arguments, field),
            },
            PageInfo { Page: var page } => name switch
            {
                "hasNextPage" => page.HasNextPage,
                "hasPreviousPage" => page.HasPreviousPage,
                "startCursor" => new CursorOf(page, page.Items.FirstOrDefault()),
                "endCursor" => new CursorOf(page, page.Items.LastOrDefault()),
                _ => throw new NotSupportedException(name),
            },
            GeoPoint point => name == "latitude" ? point.Latitude : point.Longitude,
            Aggregate aggregate => name switch
            {
                "count" => aggregate.Members.Count,
                "groups" => new Groups(aggregate),
                "distinct" => new Distinct(aggregate),
                "timeline" => new Timeline(aggregate),
                _ => aggregate.Summarize(name),
            },
            Groups groups => _grouping.Group(groups.Of, name, arguments),
            Distinct distinct => _grouping.CountKeys(distinct.Of, name, arguments),
            Timeline timeline => Calendar.Divide(timeline.Of, name, arguments),
            Group group => name switch
            {
                "key" or "node" => group.Key,
                "count" => group.Aggregate.Members.Count,
                "aggregate" => group.Aggregate,
                _ => throw new NotSupportedException(name),
            },
            TimelinePeriod period => name switch
            {
                "from" => period.From,
                "until" => period.Until,
                "count" => period.Aggregate.Members.Count,
                "aggregate" => period.Aggregate,
                _ => throw new NotSupportedException(name),
            },
            Summary summary => summary.Get(name),
            SearchResult result => name switch
            {
                "truncated" => result.IsTruncated,
                "items" => result.Items,
                _ => throw new NotSupportedException(name),
            },
            SearchItem item => name switch
            {
                "node" => item.Node,
                "property" => item.Property,
                "text" => item.Text,
                "match" => item.Match,
                _ => throw new NotSupportedException(name),
            },
            PathsResult paths => name switch
            {
                "truncated" => paths.IsTruncated,
                "items" => paths.Items,
                _ => throw new NotSupportedException(name),
            },
            SimplePath path => name switch
            {
                "length" => path.Relationships.Count,
                "nodes" => path.Nodes,
                "relationships" => path.Relationships,
                _ => throw new NotSupportedException(name),
            },
            Neighborhood neighborhood => name switch
            {
                "truncated" => neighborhood.IsTruncated,
                "nodes" => neighborhood.Nodes,
                "relationships" => neighborhood.Relationships,
                _ => throw new NotSupportedException(name),
            },
            _ => throw new NotSupportedException(value.GetType().Name),
        };
    }

    private object? ResolveRoot(string name, Dictionary<string, object?> arguments, GraphQLField field)
    {
        static string Id(object? value) => (string)Inputs.Scalar(value!, ScalarKind.Id);
        if (name == "node")
            return _graph.Find(Id(arguments["id"]));
        if (name == "nodes")
            return Inputs.AsList(arguments["ids"]!).Select(id => _graph.Find(Id(id)));
        if (name == "search")
            return _search.Search(arguments);
        if (name == "paths")
            return _traversals.Paths(arguments);
        if (name == "neighborhood")
            return _traversals.Neighborhood(arguments);
        foreach (var type in _graph.Model.ElementTypes)
        {
            var (singular, plural) = RootNames.Of(type);
            if (name == singular)
                return _graph.Find(Id(arguments["id"])) is { } one && one.Type == type ? one : null;
            if (name == plural)
                return Connect(type, All(type, HopConditions.Read(arguments)), arguments, field);
        }
        throw new NotSupportedException(name);
    }

    // What is found without a way there: all nodes of a type, or the relationships that count.
    private IEnumerable<Item> All(ElementType type, HopConditions conditions) => type.Match(
        node => _graph.Nodes.Where(one => one.Type == node).Select(one => new Item(one)),
        relationship => _graph.Relationships.Where(one => one.Type == relationship && conditions.Admit(_graph, one)).Select(one => new Item(one)));

    private object? ResolveFact(MemoryFact fact, string name, Dictionary<string, object?> arguments, GraphQLField field)
    {
        if (name == "id")
            return fact.Id;
        if (name == "label")
            return fact.Type is NodeType type ? fact.Get(type.Label) : ((RelationshipType)fact.Type).Type;
        if (fact is MemoryRelationship relationship && relationship.End(name) is { } end)
            return end;
        if (_graph.Model.Claim is { } claim && fact.Type == claim.Type && name == "fact")
            return _graph.Find((string)fact.Get(claim.About)!);
        var hop = HopConditions.Read(arguments);
        switch (fact.Type.Fields.FirstOrDefault(candidate => candidate.Name == name))
        {
            case PropertyField { Property: var property }:
                return fact.Get(property);
            case RelationshipField { IsList: false } one:
                return Hops.Show(_graph, (MemoryNode)fact, one, hop)?.Node;
            case RelationshipField many:
                return Connect(
                    OwnName(fact, name), many.Target, Hops.Follow(_graph, fact, many, hop), arguments, field,
                    many);
            case PathField path:
                return Connect(
                    OwnName(fact, name), path.Target, Hops.Follow(_graph, fact, path, hop), arguments, field,
                    isPath: true);
            case RefersByField by:
                return Connect(by.Target, Hops.Follow(_graph, fact, by, hop), arguments, field);
            case RefersToField to:
                return Connect(to.Target, Hops.Follow(_graph, fact, to, hop), arguments, field);
            case null when name == "claims":
                var role = _graph.Model.Claim!;
                var claims = _graph.Nodes.Where(node => node.Type == role.Type && (string)node.Get(role.About)! == fact.Id);
                return Connect(role.Type, claims.Select(node => new Item(node)), arguments, field);
            case var unknown:
                throw new NotSupportedException($"{fact.Type.Name}.{name}: {unknown?.GetType().Name}");
        }
    }

    private static string OwnName(MemoryFact fact, string field) => fact.Type.Name + Casing.Pascal(field);

    private Page Connect(ElementType type, IEnumerable<Item> found, Dictionary<string, object?> arguments, GraphQLField field) =>
        Connect(Casing.Pascal(RootNames.Of(type).Plural!), type, found, arguments, field);

    private Page Connect(
        string name, ElementType type, IEnumerable<Item> found, Dictionary<string, object?> arguments, GraphQLField field,
        RelationshipField? by = null, bool isPath = false)
    {
        var matching = found.Where(item => _filters.Holds(arguments.GetValueOrDefault("where"), item));
        var order = new Order(_graph, arguments.GetValueOrDefault("order"), type, by, isPath);
        return new Page(field, name, type, matching, order, arguments, _book) { IsPath = isPath };
    }
}
