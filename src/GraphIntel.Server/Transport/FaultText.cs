using System.Text;

namespace GraphIntel.Server.Transport;

/// <summary>A fault of ours as a log gets it.</summary>
internal static class FaultText
{
    /// <summary>Types and stacks: a message can quote a value of a request or of the store, which does not belong in a log.</summary>
    public static string Of(Exception fault)
    {
        var text = new StringBuilder();
        for (var current = fault; current is not null; current = current.InnerException)
            text.Append(current.GetType().FullName).Append('\n').Append(current.StackTrace).Append('\n');
        return text.ToString();
    }
}
