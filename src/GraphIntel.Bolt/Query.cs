namespace GraphIntel.Bolt;

/// <summary>A statement with its parameters.</summary>
public sealed class Query
{
    /// <summary>A statement with its parameters.</summary>
    /// <param name="text">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each; null for none.</param>
    public Query(string text, object? parameters = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Text = text;
        Parameters = parameters;
    }

    /// <summary>The statement in Cypher.</summary>
    public string Text { get; }

    /// <summary>A dictionary, or an object with a property for each; null for none.</summary>
    public object? Parameters { get; }

    /// <summary>The statement without the parameters, which can be confidential.</summary>
    public override string ToString() => Text;
}
