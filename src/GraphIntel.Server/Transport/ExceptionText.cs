using System.Text;

namespace GraphIntel.Server.Transport;

/// <summary>An exception as text for the log.</summary>
internal static class ExceptionText
{
    /// <summary>Types and stack traces; no messages, because a message can contain a value of a request or of the store.</summary>
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
            text.Append(current.GetType().FullName).Append('\n').Append(current.StackTrace).Append('\n');
        return text.ToString();
    }
}
