using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Limits of a request, each large enough for any front end and small enough that no request takes minutes. They apply to every
/// request, whether its document is cached or not. Document limits count all operations, because validation checks the whole
/// document.
/// </summary>
internal sealed record OperationLimits
{
    /// <summary>Maximum nesting of lists, input objects and list types, equal to that of the JSON of variables.</summary>
    public const int ValueNesting = 64;

    /// <summary>The remedy for a document that is too long.</summary>
    public const string SplitDocument = "Split the document into several requests, and pass values as variables.";

    /// <summary>Maximum tokens of a document: names, punctuators, values.</summary>
    public int Tokens { get; init; } = 10_000;

    /// <summary>Maximum operations of a document.</summary>
    public int Operations { get; init; } = 50;

    /// <summary>Maximum fragments of a document.</summary>
    public int Fragments { get; init; } = 500;

    /// <summary>Maximum variables of a document.</summary>
    public int Variables { get; init; } = 250;

    /// <summary>
    /// Maximum objects in the variables of a request, which bounds the memory for reading them. More conditions than a filter may
    /// have take several times as many.
    /// </summary>
    public int VariableObjects { get; init; } = 4 * PlanBuilder.MaxConditions;

    /// <summary>Maximum depth of fields.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Maximum nesting of fields, inline fragments and fragments, to which visitors of a document recurse.</summary>
    public int Nesting { get; init; } = 150;

    /// <summary>Maximum fields of a document, fragments expanded.</summary>
    public int Fields { get; init; } = 2_000;

    /// <summary>Maximum aliases of a document, fragments expanded.</summary>
    public int Aliases { get; init; } = 500;

    /// <summary>Maximum directives of a document, fragments expanded.</summary>
    public int Directives { get; init; } = 500;

    /// <summary>
    /// Maximum objects in a response: each connection counts its page size, multiplied by the objects in each item.
    /// </summary>
    public long Items { get; init; } = 500_000;

    /// <summary>
    /// Maximum rows that the store is estimated to read for an operation; null for <see cref="CostFactor"/> times the size of
    /// the store, and at least <see cref="MinCost"/>.
    /// </summary>
    public long? Cost { get; init; }

    /// <summary>The default cost limit, in multiples of the size of the store.</summary>
    public const int CostFactor = 10;

    /// <summary>The minimum of the default cost limit, in rows.</summary>
    public const long MinCost = 1_000_000;

    /// <summary>
    /// Maximum nesting of relationships in a filter or an order. Neo4j's planning time grows exponentially with it.
    /// </summary>
    public int FilterDepth { get; init; } = 8;

    /// <summary>Maximum plan size, which bounds the planning time of the database; see <see cref="PlanSize"/>.</summary>
    public long PlanSize { get; init; } = 1_200;

    /// <summary>Maximum nesting of introspection lists; tools need three: types, fields, arguments.</summary>
    public int IntrospectionLists { get; init; } = 3;

    /// <summary>Maximum depth of introspection fields; tools select about nine levels of <c>ofType</c>.</summary>
    public int IntrospectionDepth { get; init; } = 30;

    /// <summary>The error if a plan exceeds the limits; else null.</summary>
    public GraphError? Check(Plan plan)
    {
        var (size, filterDepth) = Planning.PlanSize.Of(plan);
        if (filterDepth > FilterDepth)
            return Exceeded("relationships nested in a filter or an order", filterDepth, FilterDepth, "Use fewer hops, use a path field such as `ancestors`, or split the operation.");
        return size > PlanSize
            ? Exceeded(
                "units of planning (a connection, a list of groups or a timeline counts 30; a total, an aggregate, an object or a condition on a relationship 20; a type of an interface 6; another condition 1; more when nested; equal root fields once)",
                size, PlanSize, "Split the operation, select on types (`... on Actor`), or pass many values of one field with `in`.")
            : null;
    }

    /// <summary>Maximum objects in an introspection result, estimated. Tools query the whole schema once.</summary>
    public long IntrospectionObjects { get; init; } = 200_000;

    /// <summary>The error with the value, the limit and the remedy.</summary>
    public static GraphError Exceeded(string what, long actual, long limit, string remedy) => Refused(
        $"The operation has {actual} {what}; at most {limit} are allowed. {remedy}");

    /// <summary>The error of a request whose variables have too many objects.</summary>
    public static GraphError TooManyObjects(int limit) => Refused(
        $"The variables have more than {limit} objects. Pass many values of one field with `in`, or split the operation.");

    /// <summary>The error of an operation whose pages could hold too many objects.</summary>
    public static GraphError ObjectsExceeded(long actual, long limit) => Refused(
        $"The operation could return {actual} objects (page sizes multiplied); at most {limit} are allowed. Request smaller pages with `first`, or split the operation.");

    /// <summary>As <see cref="Exceeded"/>, for a count over the whole document.</summary>
    public static GraphError DocumentExceeds(string what, long actual, long limit, string remedy) => Refused(
        $"The document has {actual} {what}; at most {limit} are allowed. {remedy}");

    /// <summary>The error for a selection that is nested too deeply.</summary>
    public GraphError NestingExceeded(int nesting) => Refused(
        $"Selection nesting {nesting}, with fragments expanded, exceeds the limit of {Nesting}. Select fewer levels, or nest fewer fragments.");

    /// <summary>The error for a value or a type that is nested too deeply.</summary>
    public static GraphError ValueNestingExceeded(int nesting) => Refused(
        $"Value nesting {nesting} exceeds the limit of {ValueNesting}. Nest fewer lists and input objects.");

    /// <summary>The error if a document exceeds the limits; else null.</summary>
    public GraphError? Check(DocumentComplexity.Size size) =>
        size.Depth > Depth ? Refused($"Operation depth {size.Depth} exceeds the limit of {Depth}. Select fewer levels, or split the operation.")
        : size.Nesting > Nesting ? NestingExceeded(size.Nesting)
        : size.Fields > Fields
            ? DocumentExceeds("fields, with fragments expanded at each use", size.Fields, Fields, "Split the operation.")
        : size.Aliases > Aliases
            ? DocumentExceeds("aliases, with fragments expanded", size.Aliases, Aliases, "Split the operation, or query a list such as `nodes(ids:)`.")
        : size.Directives > Directives
            ? DocumentExceeds("directives, with fragments expanded", size.Directives, Directives, "Put directives on fragments instead of on each field.")
        : size.IntrospectionLists > IntrospectionLists
            ? IntrospectionExceeds($"Introspection list depth {size.IntrospectionLists} exceeds the limit of {IntrospectionLists}.")
        : size.IntrospectionDepth > IntrospectionDepth
            ? IntrospectionExceeds($"Introspection depth {size.IntrospectionDepth} exceeds the limit of {IntrospectionDepth}.")
        : size.IntrospectionObjects > IntrospectionObjects
            ? IntrospectionExceeds($"Introspection would return about {size.IntrospectionObjects} objects; at most {IntrospectionObjects} are allowed.")
        : null;

    private static GraphError IntrospectionExceeds(FormattableString what) =>
        Refused($"{FormattableString.Invariant(what)} Query types by name with `__type(name:)`.");

    private static GraphError Refused(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture), ErrorCodes.LimitExceeded, []);
}
