using System.IO.Hashing;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>
/// Reads a file of a zip archive, and throws <see cref="InvalidDataException"/> at its end if its content does not have the CRC-32 that
/// the archive records, which the archive's own stream does not check.
/// </summary>
internal sealed class ChecksumStream(Stream stream, uint expected) : Stream
{
    private readonly Crc32 _checksum = new();

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        _checksum.Append(buffer[..read]);
        return read == 0 && buffer.Length > 0 && _checksum.GetCurrentHashAsUInt32() != expected
            ? throw new InvalidDataException("The checksum of the content is wrong.")
            : read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
