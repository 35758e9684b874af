namespace GraphIntel.Bolt.PackStream;

/// <summary>The types of PackStream values.</summary>
public enum PackStreamType
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A 64-bit floating-point number.</summary>
    Float,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Text in UTF-8.</summary>
    String,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>A map of names to values.</summary>
    Map,

    /// <summary>A tag with fields: dates, times, points, nodes, relationships, paths and messages.</summary>
    Structure,
}
