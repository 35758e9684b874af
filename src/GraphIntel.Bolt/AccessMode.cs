namespace GraphIntel.Bolt;

/// <summary>What a session or a transaction does to the data; a cluster sends reads to its readers and writes to the leader.</summary>
public enum AccessMode
{
    /// <summary>It may write.</summary>
    Write,

    /// <summary>It only reads; the server refuses a write.</summary>
    Read,
}

/// <summary>Which servers of a cluster a statement of the driver's goes to.</summary>
public enum RoutingControl
{
    /// <summary>The leader.</summary>
    Writers,

    /// <summary>Any reader.</summary>
    Readers,
}
