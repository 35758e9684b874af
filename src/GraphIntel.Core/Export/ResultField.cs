using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Export;

/// <summary>The form of a field's value in a response.</summary>
internal enum ResultKind
{
    /// <summary>A scalar, an enum value, or a list of these.</summary>
    Scalar,

    /// <summary>A point: an object with coordinates.</summary>
    Point,

    /// <summary>An object, or null.</summary>
    Object,

    /// <summary>A list of objects.</summary>
    List,

    /// <summary>The result of an introspection field, which exports leave out.</summary>
    Introspection,
}

/// <summary>A field of a response, as its plan describes it.</summary>
internal sealed class ResultField
{
    /// <summary>The key in the response.</summary>
    public required string Name { get; init; }

    /// <summary>The key as it is in the response.</summary>
    public byte[] Utf8 => field ??= Encoding.UTF8.GetBytes(Name);

    public required ResultKind Kind { get; init; }

    /// <summary>The kind of a scalar; text unless the plan says otherwise.</summary>
    public ScalarKind Scalar { get; init; } = ScalarKind.String;

    /// <summary>Whether a scalar is a list of values.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it is a cursor.</summary>
    public bool IsCursor { get; init; }

    /// <summary>Of a coordinate, whether it is the latitude; else null.</summary>
    public bool? IsLatitude { get; init; }

    /// <summary>Whether it is an edge's node or relationship, which a connection shows inside the edge.</summary>
    public bool IsOfEdge { get; init; }

    /// <summary>The value of a scalar; null if it is not stored.</summary>
    public Operand? Value { get; init; }

    /// <summary>Where an object or the items of a connection come from; null if the plan does not say.</summary>
    public Source? Source { get; init; }

    /// <summary>The fields of an object or of each item; those of all types where it can be of several.</summary>
    public IReadOnlyList<ResultField> Fields { get; init; } = [];

    /// <summary>
    /// The fields for each type, by the number with which an object begins; empty where there is one type, and in rows.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ResultField>> Cases { get; init; } = new Dictionary<string, IReadOnlyList<ResultField>>();

    /// <summary>Whether it is the id of its object.</summary>
    public bool IsId => Value is IdOperand;

    /// <summary>The property that it shows; null if it shows none.</summary>
    public Property? Property => (Value as PropertyOperand)?.Property;
}
