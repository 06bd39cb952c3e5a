"""From a setting to an encoder: the model in the package, a folder, or a model already fetched to this machine."""

import os
from pathlib import Path

from retrieval.encoder.folder import open_folder
from retrieval.encoder.protocol import Encoder, EncoderError
from retrieval.encoder.sentence import load_sentence_model
from retrieval.encoder.static import load_static

SHIPPED = Path(__file__).parent.parent / "models" / "kildesvar-nb"


def load_encoder(name_or_path: str | None = None) -> Encoder:
    """The encoder of that folder or model name; None is the model in the package. Never fetches, never falls back."""
    path = SHIPPED if name_or_path is None else _locate(name_or_path)
    name = path.name if name_or_path is None or path == Path(name_or_path) else name_or_path
    folder = open_folder(path)
    if folder.static is not None:
        return load_static(name, folder.path, folder.static)
    return load_sentence_model(name, folder.path)


def _locate(name_or_path: str) -> Path:
    path = Path(name_or_path)
    if path.is_dir():
        return path
    found = _fetched(name_or_path)
    if found is None:
        raise EncoderError(
            f"Fant ikke språkmodellen «{name_or_path}». Den er verken en mappe eller en modell som allerede ligger på "
            "maskinen, og ingenting hentes fra nettet. Legg modellen i en mappe og oppgi den i KILDESVAR_ENCODER, "
            "eller fjern innstillingen for å bruke modellen som følger med."
        )
    return found


def _fetched(name: str) -> Path | None:
    """The folder of a model in the machine's Hugging Face cache."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    candidates = [name] if "/" in name else [f"sentence-transformers/{name}", name]
    for candidate in candidates:
        try:
            return Path(snapshot_download(candidate, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
    return None
