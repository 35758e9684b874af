using System.CommandLine;
using System.CommandLine.Parsing;

namespace GraphIntel.Server.Commands;

/// <summary>
/// Makes options that an environment variable can give as well: <c>--log-format</c> and <c>GRAPHINTEL_LOG_FORMAT</c>. The
/// command line wins. Both are read by the same parser, whose <see cref="FormatException"/> says what would be right.
/// </summary>
internal static class Setting
{
    /// <summary>An option with one value, or with several that are read together, separated by spaces.</summary>
    public static Option<T> Make<T>(
        string name, string valueName, string description, Func<string, T> parse, T fallback, bool isList = false)
    {
        var variable = Variable(name);
        return new Option<T>(name)
        {
            Description = $"{description} Or {variable}.",
            HelpName = valueName,
            Arity = isList ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
            CustomParser = result => Read(result, name, string.Join(' ', result.Tokens.Select(token => token.Value)), parse),
            DefaultValueFactory = result => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
                ? Read(result, variable, text, parse)
                : fallback,
        };
    }

    /// <summary>An option that is there or not; in the environment it is <c>true</c> or <c>false</c>.</summary>
    public static Option<bool> MakeFlag(string name, string description)
    {
        var option = Make(name, "true|false", description, ParseFlag, false);
        option.Arity = ArgumentArity.ZeroOrOne;
        return option;
    }

    // The name alone has no value, and means yes.
    private static bool ParseFlag(string text) => text switch
    {
        "" or "true" => true,
        "false" => false,
        _ => throw new FormatException($"`{text}` is neither `true` nor `false`."),
    };

    private static string Variable(string name) => "GRAPHINTEL_" + name[2..].ToUpperInvariant().Replace('-', '_');

    private static T Read<T>(ArgumentResult result, string source, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException reason)
        {
            result.AddError($"{source}: {reason.Message}");
            return default!;
        }
    }
}
