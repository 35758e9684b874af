namespace GraphIntel.Bolt;

/// <summary>Whether a session or transaction reads or writes; in a cluster, reads go to readers and writes to the leader.</summary>
public enum AccessMode
{
    /// <summary>Reads and writes.</summary>
    Write,

    /// <summary>Reads only; the server rejects writes.</summary>
    Read,
}

/// <summary>The servers of a cluster that run a query of <see cref="Driver.ExecuteQueryAsync"/>.</summary>
public enum RoutingControl
{
    /// <summary>The leader.</summary>
    Writers,

    /// <summary>Any reader.</summary>
    Readers,
}
