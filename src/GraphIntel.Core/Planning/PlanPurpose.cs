using System.Globalization;
using System.Text.Json;

namespace GraphIntel.Core.Planning;

/// <summary>What an operation is planned for: the response of the API, or an export of what it selects.</summary>
internal enum PlanPurpose
{
    /// <summary>The response of the API.</summary>
    Response,

    /// <summary>The first rows of the one connection at the root.</summary>
    FirstRows,

    /// <summary>The rows after a cursor.</summary>
    NextRows,

    /// <summary>The number of rows.</summary>
    RowCount,

    /// <summary>The response, in which each object of one of several types says of which it is.</summary>
    Graph,
}

/// <summary>
/// What plans for exports add to an operation. Variables and response keys are named so that no document can have them: a name of
/// GraphQL is not empty and begins with a letter or an underscore.
/// </summary>
internal static class ExportPlan
{
    /// <summary>The variable with the cursor after which rows are read.</summary>
    public const string After = "";

    /// <summary>The variable with the number up to which rows are counted.</summary>
    public const string AtMost = "#";

    /// <summary>The response key of what is added: the page info, the total, or the number of an object's type.</summary>
    public const string Added = "";

    /// <summary>The response key, in the page info, of whether more rows follow.</summary>
    public const string More = "more";

    /// <summary>The response key, in the page info, of the last row's cursor.</summary>
    public const string End = "end";

    /// <summary>A field that is added to a selected one.</summary>
    public static FieldContext Field(FieldContext at, string key, string type) => new(key, IsRequired: true, type, at.Location);

    /// <summary>The field that says of which type an object is: a number among the types that are possible.</summary>
    public static ConstantSlot TypeNumber(FieldContext at, int number) =>
        new(Field(at, Added, "Int!"), number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number by which an object says that it is of this type; null unless the plan is for a graph.</summary>
    public static string? NumberOf(PolymorphicCase type) =>
        type.Slots is [ConstantSlot { ResponseKey: Added } number, ..] ? JsonSerializer.Deserialize<string>(number.Json) : null;

    /// <summary>The value of an added variable.</summary>
    public static ScalarInput Variable(FieldContext at, string name) => new(new VariableSource(name, []), null, at.Location);
}
