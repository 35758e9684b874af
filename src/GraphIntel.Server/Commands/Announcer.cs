namespace GraphIntel.Server.Commands;

/// <summary>Says what a person at the terminal waits for: a plain line, or an entry of the log where that is JSON.</summary>
internal sealed partial class Announcer(ILoggerFactory loggers, LogFormat format)
{
    private readonly ILogger _logger = loggers.CreateLogger("GraphIntel.Server");

    public void Say(string text)
    {
        if (format == LogFormat.Json)
            LogAnnouncement(_logger, text);
        else
            Console.WriteLine(text);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Text}")]
    private static partial void LogAnnouncement(ILogger logger, string text);
}
