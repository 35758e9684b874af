namespace GraphIntel.Bolt.PackStream;

/// <summary>The kinds of value that PackStream knows.</summary>
public enum PackStreamType
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A floating-point number of 64 bits.</summary>
    Float,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Text in UTF-8.</summary>
    String,

    /// <summary>Values in order.</summary>
    List,

    /// <summary>Values under names.</summary>
    Map,

    /// <summary>A tag with fields: dates, times, points, nodes, relationships, paths and messages.</summary>
    Structure,
}
