using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>A graph written by hand, for expectations worked out by hand.</summary>
internal sealed class SmallGraph(string sdl)
{
    private readonly GraphText _graph = new(ModelReader.Read(sdl));

    /// <summary>Adds a node.</summary>
    public void Node(string type, string id, params (string Name, object Value)[] values)
    {
        Assert.True(_graph.Model.TryGetNode(type, out var found));
        _graph.Nodes.Add(new GraphText.Node(found, id));
        Set(_graph.Nodes[^1], values);
    }

    /// <summary>Adds a relationship; its id is used where the type stores one.</summary>
    public void Relate(string type, string id, string source, string target, params (string Name, object Value)[] values)
    {
        Assert.True(_graph.Model.TryGetRelationship(type, out var found));
        _graph.Relationships.Add(new GraphText.Relationship(found, id, source, target));
        Set(_graph.Relationships[^1], values);
    }

    /// <summary>The graph as the oracle takes it.</summary>
    public MemoryGraph ToMemory() => new(_graph.Model, _graph.ToBatch());

    private static void Set(GraphText.Fact fact, (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
            fact.Values[fact.Type.FindProperty(name)!] = value;
    }
}
