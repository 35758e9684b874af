using System.Text;
using GraphIntel.Core.Model;

namespace GraphIntel.Server.Startup;

/// <summary>Reads a model file.</summary>
internal static class ModelFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The model in a file; the built-in model if the path is null.</summary>
    /// <exception cref="CommandException">The file cannot be read, or has errors; each is reported with its location.</exception>
    public static GraphModel Load(string? path)
    {
        if (path is null)
            return ModelReader.ReadDomain();
        try
        {
            return ModelReader.Read(File.ReadAllText(path, StrictUtf8));
        }
        catch (ModelException failure)
        {
            throw new CommandException(ExitCodes.InvalidInput, [.. failure.Diagnostics.Select(error => $"{path}:{error}")]);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{path}: the model file is not UTF-8 text.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{path}: the model file cannot be read: {failure.Message}");
        }
    }
}
