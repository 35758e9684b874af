using System.Text;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <summary>An operator of Neo4j's plan, with those that feed it.</summary>
/// <param name="Name">What it does, such as NodeIndexSeek.</param>
/// <param name="Details">On what.</param>
/// <param name="Inputs">Those that feed it; of two, the second runs for each row of the first, or beside it.</param>
internal sealed record PlanOperator(string Name, string Details, params PlanOperator[] Inputs)
{
    /// <summary>The plan of a result's summary.</summary>
    public static PlanOperator Read(IReadOnlyDictionary<string, object?> plan)
    {
        var arguments = plan.GetValueOrDefault("args") as IReadOnlyDictionary<string, object?>;
        var children = plan.GetValueOrDefault("children") as IEnumerable<object?> ?? [];
        return new PlanOperator(
            ((string)plan["operatorType"]!).Split('@')[0],
            arguments?.GetValueOrDefault("Details") as string ?? "",
            [.. children.Cast<IReadOnlyDictionary<string, object?>>().Select(Read)]);
    }

    /// <summary>The tree, an operator a line, inputs below.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2).Append(Name).Append(' ').Append(Details.ReplaceLineEndings(" ")).Append('\n');
        foreach (var input in Inputs)
            input.Write(text, depth + 1);
    }
}
